package corpus.twr;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A variable that is there already may be named in the head. */
final class ExistingVariable {
    int namedAtOnceOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        try (connection) {
            return connection.getHoldability();
        }
    }

    int preparedBeforeBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        connection.setReadOnly(true);
        try (connection) {
            return connection.getHoldability();
        }
    }

    int twoNamedOk(DataSource pool) throws SQLException {
        final Connection connection = pool.getConnection();
        try (connection;
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate("DELETE FROM basket");
        }
    }

    int declaredAndNamedBad(DataSource source, DataSource target) throws SQLException {
        Connection from = source.getConnection(); // LEAK: not-closed-on-exception
        Connection to = target.getConnection();
        try (from;
                to) {
            return from.getHoldability() + to.getHoldability();
        }
    }
}
