package corpus.language;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Local variables without a type, queries over several lines. */
final class VarAndTextBlocks {
    int closedOk(DataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(
                        """
                        SELECT COUNT(*)
                        FROM basket // not a comment
                        """);
                var rows = statement.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    int forgottenBad(DataSource pool) throws SQLException {
        var connection = pool.getConnection(); // LEAK: never-closed
        return connection.getHoldability();
    }

    int forgottenStatementBad(Connection connection) throws SQLException {
        var query =
                """
                DELETE
                FROM basket
                """;
        var statement = connection.prepareStatement(query); // LEAK: not-closed-on-exception
        var rows = statement.executeUpdate();
        statement.close();
        return rows;
    }
}
