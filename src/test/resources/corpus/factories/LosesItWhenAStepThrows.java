package corpus.factories;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A factory with a step between acquisition and return. */
final class LosesItWhenAStepThrows {
    Connection configuredBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        connection.setAutoCommit(false);
        return connection;
    }

    PreparedStatement halfPreparedBad(Connection connection, long id) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM basket WHERE id = ?"); // LEAK: not-closed-on-exception
        statement.setLong(1, id);
        return statement;
    }

    Connection configuredOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    Connection loggedOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        System.out.println("opened " + connection);
        return connection;
    }

    Connection onlyIfValidBad(DataSource pool, boolean strict) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-path
        if (strict) {
            return null;
        }
        return connection;
    }
}
