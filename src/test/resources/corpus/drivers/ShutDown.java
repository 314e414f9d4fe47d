package corpus.drivers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** An address that shuts an embedded database down: the driver answers with an exception, and opens nothing. */
final class ShutDown {
    void allOk() {
        try {
            DriverManager.getConnection("jdbc:derby:;shutdown=true");
        } catch (SQLException e) {
            System.out.println(e.getSQLState());
        }
    }

    void oneOk(String name) {
        try {
            DriverManager.getConnection("jdbc:derby:" + name + ";shutdown=true", new Properties());
        } catch (SQLException e) {
            System.out.println(e.getSQLState());
        }
    }

    void byVariableOk(String address) {
        String farewell = address + ";shutdown=true";
        try {
            Connection connection = DriverManager.getConnection(farewell);
            System.out.println(connection);
        } catch (SQLException e) {
            System.out.println(e.getSQLState());
        }
    }

    void whenTheLastOneLeavesBad() throws SQLException {
        DriverManager.getConnection("jdbc:hsqldb:file:shop;shutdown=true"); // LEAK: temporary-never-closed
    }

    void createBad() throws SQLException {
        DriverManager.getConnection("jdbc:derby:shop;create=true"); // LEAK: temporary-never-closed
    }
}
