package corpus.factories;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A stream behind which one class of several has a connection: most callers never get that one. */
final class OneOfMany {
    int readOk(Place place) throws IOException, SQLException {
        InputStream stream = place.open();
        int first = stream.read();
        if (first >= 0) {
            stream.close();
        }
        return first;
    }

    int readFromTheDatabaseBad(InDatabase place) throws IOException, SQLException {
        ConnectionStream stream = place.openHere(); // LEAK: never-closed
        int first = stream.read();
        stream.close();
        return first;
    }

    interface Place {
        InputStream open() throws IOException, SQLException;
    }

    static final class InMemory implements Place {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(new byte[1]);
        }
    }

    static final class InClassPath implements Place {
        @Override
        public InputStream open() {
            return InClassPath.class.getResourceAsStream("shop.txt");
        }
    }

    static final class InDatabase implements Place {
        private final DataSource pool;

        InDatabase(DataSource pool) {
            this.pool = pool;
        }

        @Override
        public InputStream open() throws SQLException {
            return openHere();
        }

        ConnectionStream openHere() throws SQLException {
            return new ConnectionStream(pool.getConnection());
        }
    }

    static final class ConnectionStream extends InputStream {
        private final Connection connection;

        ConnectionStream(Connection connection) {
            this.connection = connection;
        }

        @Override
        public int read() throws IOException {
            throw new IOException("nothing there");
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                System.out.println(e.getSQLState());
            }
        }
    }
}
