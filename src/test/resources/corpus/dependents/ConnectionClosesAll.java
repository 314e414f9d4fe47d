package corpus.dependents;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Closing a connection closes its statements and their rows; closing a pool's connection need not. */
final class ConnectionClosesAll {
    int connectionInFinallyOk(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try {
            Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM basket");
            return rows.next() ? rows.getInt(1) : 0;
        } finally {
            connection.close();
        }
    }

    int connectionInHeadOk(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM basket");
            ResultSet rows = statement.executeQuery();
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    int pooledConnectionBad(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM basket"); // LEAK: never-closed possible
            ResultSet rows = statement.executeQuery();
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    int pooledConnectionOk(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM basket")) {
            ResultSet rows = statement.executeQuery();
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    void otherConnectionBad(DataSource pool, Connection other) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            Statement statement = other.createStatement(); // LEAK: never-closed
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            connection.close();
        }
    }
}
