package corpus.lambdas;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A template opens and closes; the work is handed to it. */
final class Templates {
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource pool;

    Templates(DataSource pool) {
        this.pool = pool;
    }

    private <T> T with(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        }
    }

    int parameterOfTheLambdaOk() throws SQLException {
        return with(connection -> connection.getHoldability());
    }

    int statementClosedInsideOk() throws SQLException {
        return with(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("DELETE FROM basket");
            }
        });
    }

    int statementForgottenInsideBad(Statement given) throws SQLException {
        return with(connection -> {
            ResultSet rows = given.executeQuery("SELECT 1"); // LEAK: never-closed
            return rows.next() ? 1 : 0;
        });
    }
}
