package corpus.temporaries;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A temporary in the head of a loop. */
final class InALoopHead {
    int countBad(Connection connection) throws SQLException {
        int count = 0;
        for (ResultSet rows = connection.createStatement().executeQuery("SELECT 1"); // LEAK: temporary-never-closed // LEAK: never-closed
                rows.next();
                count++) {
            if (count > 100) {
                break;
            }
        }
        return count;
    }
}
