package corpus.multi.helperofanotherfile;

import java.sql.SQLException;
import java.sql.Statement;

/** The house's closer. */
final class Closer {
    private Closer() {}

    static void shut(Statement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            System.err.println(e);
        }
    }
}
