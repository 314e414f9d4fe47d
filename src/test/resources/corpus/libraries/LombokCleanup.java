package corpus.libraries;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import lombok.Cleanup;

/** Lombok closes a variable at the end of its block, whichever way that is left. */
final class LombokCleanup {
    void bothOk(DataSource pool) throws SQLException {
        @Cleanup Connection connection = pool.getConnection();
        @Cleanup Statement statement = connection.createStatement();
        statement.execute("DELETE FROM basket");
    }

    int returnedFromWithinOk(DataSource pool, boolean ask) throws SQLException {
        @Cleanup("close") Connection connection = pool.getConnection();
        if (ask) {
            return connection.getHoldability();
        }
        return 0;
    }

    void onlyTheStatementBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed
        @Cleanup Statement statement = connection.createStatement();
        statement.execute("DELETE FROM basket");
    }

    void otherAnnotationBad(DataSource pool) throws SQLException {
        @SuppressWarnings("unused")
        Connection connection = pool.getConnection(); // LEAK: never-closed
    }
}
