package corpus.typing;

import static java.sql.DriverManager.getConnection;

import java.sql.Connection;
import java.sql.SQLException;

/** A factory called by its bare name. */
final class StaticImports {
    int closedOk(String url) throws SQLException {
        try (Connection connection = getConnection(url)) {
            return connection.getHoldability();
        }
    }

    int forgottenBad(String url) throws SQLException {
        Connection connection = getConnection(url); // LEAK: never-closed
        return connection.getHoldability();
    }
}
