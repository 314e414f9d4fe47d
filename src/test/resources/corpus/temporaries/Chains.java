package corpus.temporaries;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What never had a name can't be closed. */
final class Chains {
    int statementBad(Connection connection) throws SQLException {
        return connection.createStatement().executeUpdate("DELETE FROM basket"); // LEAK: temporary-never-closed
    }

    boolean connectionAndStatementBad(DataSource pool) throws SQLException {
        return pool.getConnection().createStatement().execute("VACUUM"); // LEAK: temporary-never-closed
    }

    int rowsHaveANameBad(Connection connection) throws SQLException {
        ResultSet rows = connection.createStatement().executeQuery("SELECT 1"); // LEAK: temporary-never-closed
        try {
            return rows.next() ? 1 : 0;
        } finally {
            rows.close();
        }
    }

    int ownConnectionClosesThemOk(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.createStatement().executeUpdate("DELETE FROM basket");
        }
    }

    void closedAtOnceOk(DataSource pool) throws SQLException {
        pool.getConnection().close();
        DriverManager.getConnection("jdbc:h2:mem:shop").close();
    }
}
