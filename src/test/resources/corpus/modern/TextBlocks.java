package corpus.modern;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Statements written as text blocks, with what looks like code in them. */
final class TextBlocks {
    int closedOk(Connection connection) throws SQLException {
        String sql = """
                SELECT count(*)
                FROM visits -- "not a string"
                WHERE note <> 'rows.close();'
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    int openBad(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement( // LEAK: never-closed
                """
                UPDATE visits
                SET note = 'statement.close();'
                """);
        return statement.executeUpdate();
    }
}
