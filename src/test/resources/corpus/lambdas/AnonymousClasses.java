package corpus.lambdas;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.feature.FeatureCollection;
import org.geotools.feature.FeatureIterator;
import org.opengis.feature.simple.SimpleFeature;

/** Methods of anonymous and local classes. */
final class AnonymousClasses {
    Runnable runnableBad(DataSource pool) {
        return new Runnable() {
            @Override
            public void run() {
                try {
                    Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
                    connection.commit();
                    connection.close();
                } catch (SQLException e) {
                    System.err.println(e);
                }
            }
        };
    }

    AutoCloseable ownedOk(DataSource pool) throws SQLException {
        final Connection connection = pool.getConnection();
        return new AutoCloseable() {
            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    int localClassOk(DataSource pool) throws SQLException {
        class Counter {
            int count() throws SQLException {
                try (Connection connection = pool.getConnection()) {
                    return connection.getHoldability();
                }
            }
        }
        return new Counter().count();
    }

    SimpleFeatureIterator wrappedOk(FeatureCollection<SimpleFeature> roads) {
        FeatureIterator<SimpleFeature> features = roads.features();
        return new SimpleFeatureIterator() {
            @Override
            public boolean hasNext() {
                return features.hasNext();
            }

            @Override
            public SimpleFeature next() {
                return features.next();
            }

            @Override
            public void close() {
                features.close();
            }
        };
    }

    int readBad(FeatureCollection<SimpleFeature> roads) {
        FeatureIterator<SimpleFeature> features = roads.features(); // LEAK: not-closed-on-exception
        int count = 0;
        while (features.hasNext()) {
            features.next();
            count++;
        }
        features.close();
        return count;
    }
}
