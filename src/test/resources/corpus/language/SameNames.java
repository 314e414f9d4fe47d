package corpus.language;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Variables of one name in different blocks, shadowing a field, and types that only sound alike. */
final class SameNames {
    private Connection connection;

    interface Statement {
        int run();
    }

    interface Source {
        Statement createStatement();
    }

    int blocksBad(DataSource pool, boolean first) throws SQLException {
        if (first) {
            Connection connection = pool.getConnection();
            connection.close();
        } else {
            Connection connection = pool.getConnection(); // LEAK: never-closed
            System.out.println(connection.hashCode());
        }
        return 0;
    }

    int shadowedBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed
        this.connection.close();
        return connection.getHoldability();
    }

    int notOfJdbcOk(Source source) {
        Statement statement = source.createStatement();
        return statement.run();
    }
}
