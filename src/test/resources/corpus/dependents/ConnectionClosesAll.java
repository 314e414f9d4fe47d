package corpus.dependents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Closing a connection closes its statements and their rows. */
final class ConnectionClosesAll {
    int connectionInFinallyOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM basket");
            return rows.next() ? rows.getInt(1) : 0;
        } finally {
            connection.close();
        }
    }

    int connectionInHeadOk(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM basket");
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
