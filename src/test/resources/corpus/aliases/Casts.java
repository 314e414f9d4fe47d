package corpus.aliases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A cast, parentheses and a wider type are other names for the same thing. */
final class Casts {
    void castOk(Connection connection) throws SQLException {
        Statement statement = connection.prepareStatement("DELETE FROM basket");
        PreparedStatement prepared = (PreparedStatement) statement;
        prepared.close();
    }

    void closeableOk(DataSource pool) throws Exception {
        AutoCloseable closeable = pool.getConnection();
        closeable.close();
    }

    void objectOk(DataSource pool) throws SQLException {
        Object held = pool.getConnection();
        ((Connection) held).close();
    }

    void parenthesesBad(Connection connection) throws SQLException {
        Statement statement = (connection.createStatement()); // LEAK: not-closed-on-exception
        (statement).executeUpdate("DELETE FROM basket");
        (statement).close();
    }
}
