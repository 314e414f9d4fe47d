package corpus.multi.helperofanotherfile;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Closes through a helper of another file. */
final class User {
    int closedOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            return statement.executeUpdate("DELETE FROM basket");
        } finally {
            Closer.shut(statement);
        }
    }
}
