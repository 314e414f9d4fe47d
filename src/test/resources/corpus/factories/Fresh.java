package corpus.factories;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Methods that hand out what they opened: the caller has to close it. */
final class Fresh {
    private static Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:shop");
    }

    private static Connection openReadOnly() throws SQLException {
        Connection connection = open();
        try {
            connection.setReadOnly(true);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    int callerClosesOk() throws SQLException {
        Connection connection = open();
        try {
            return connection.getHoldability();
        } finally {
            connection.close();
        }
    }

    int callerForgetsBad() throws SQLException {
        Connection connection = openReadOnly(); // LEAK: never-closed
        return connection.getHoldability();
    }

    int callerInHeadOk() throws SQLException {
        try (Connection connection = openReadOnly()) {
            return connection.getHoldability();
        }
    }

    int callerInAChainBad() throws SQLException {
        return open().getHoldability(); // LEAK: temporary-never-closed
    }
}
