package corpus.helpers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A closer that takes any number of things. */
final class Varargs {
    private static void closeAll(AutoCloseable... closeables) {
        for (AutoCloseable closeable : closeables) {
            if (closeable != null) {
                try {
                    closeable.close();
                } catch (Exception e) {
                    System.err.println(e);
                }
            }
        }
    }

    int twoOk(Connection connection) throws SQLException {
        Statement statement = null;
        ResultSet rows = null;
        try {
            statement = connection.createStatement();
            rows = statement.executeQuery("SELECT 1");
            return rows.next() ? 1 : 0;
        } finally {
            closeAll(rows, statement);
        }
    }

    int rowsOnlyBad(Connection connection) throws SQLException {
        Statement statement = null;
        ResultSet rows = null;
        try {
            statement = connection.createStatement(); // LEAK: never-closed
            rows = statement.executeQuery("SELECT 1");
            return rows.next() ? 1 : 0;
        } finally {
            closeAll(rows);
        }
    }

    void noneBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        try {
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            closeAll();
        }
    }
}
