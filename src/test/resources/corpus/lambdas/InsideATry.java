package corpus.lambdas;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;

/** What a lambda opens from the connection of a try-with-resources statement around it goes with that. */
final class InsideATry {
    void createOk(String address) throws Exception {
        try (Connection connection = DriverManager.getConnection(address)) {
            inTransaction(connection, () -> {
                Statement statement = connection.createStatement();
                return statement.executeUpdate("CREATE TABLE city (name VARCHAR(80))");
            });
        }
    }

    void nestedOk(String address) throws Exception {
        try (Connection connection = DriverManager.getConnection(address)) {
            inTransaction(connection, () -> {
                inTransaction(connection, () -> {
                    ResultSet rows = connection.createStatement().executeQuery("SELECT name FROM city");
                    return rows.next();
                });
                return 0;
            });
        }
    }

    void ownBad(String address) throws Exception {
        try (Connection connection = DriverManager.getConnection(address)) {
            inTransaction(connection, () -> {
                Connection other = DriverManager.getConnection(address); // LEAK: never-closed
                return other.getHoldability();
            });
        }
    }

    void notInATryBad(String address) throws Exception {
        Connection connection = DriverManager.getConnection(address); // LEAK: not-closed-on-exception
        inTransaction(connection, () -> {
            Statement statement = connection.createStatement(); // LEAK: never-closed
            return statement.executeUpdate("DELETE FROM city");
        });
        connection.close();
    }

    private static void inTransaction(Connection connection, Callable<?> work) throws Exception {
        connection.setAutoCommit(false);
        work.call();
        connection.commit();
    }
}
