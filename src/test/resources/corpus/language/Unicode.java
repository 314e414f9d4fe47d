package corpus.language;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Names that are not English, and names with a dollar. */
final class Unicode {
    int schließenOk(DataSource größe) throws SQLException {
        try (Connection verbindungÄ = größe.getConnection()) {
            return verbindungÄ.getHoldability();
        }
    }

    int vergessenBad(DataSource größe) throws SQLException {
        Connection verbindung$1 = größe.getConnection(); // LEAK: never-closed
        return verbindung$1.getHoldability();
    }
}
