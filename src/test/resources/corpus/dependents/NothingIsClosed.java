package corpus.dependents;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Where the connection stays open, all that hangs on it does. */
final class NothingIsClosed {
    int allThreeBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed
        Statement statement = connection.createStatement(); // LEAK: never-closed
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM basket"); // LEAK: never-closed
        return rows.next() ? rows.getInt(1) : 0;
    }

    int allThreeAtTheEndBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM basket"); // LEAK: not-closed-on-exception
        int count = rows.next() ? rows.getInt(1) : 0;
        rows.close();
        statement.close();
        connection.close();
        return count;
    }

    int rowsAndStatementOnlyBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM basket")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
