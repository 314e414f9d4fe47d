package corpus.conditions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What && and || leave out. */
final class ShortCircuit {
    boolean closedEitherWayOk(Connection connection, boolean wanted) throws SQLException {
        Statement statement = null;
        try {
            return wanted && (statement = connection.createStatement()) != null && statement.isPoolable();
        } finally {
            if (statement != null) {
                statement.close();
            }
        }
    }

    void closedOnlyIfBad(Connection connection, boolean a, boolean b) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
        if (a && b) {
            statement.close();
        }
    }

    void closedUnlessNullOk(Connection connection, boolean dry) throws SQLException {
        Statement statement = dry ? null : connection.createStatement();
        if (dry || statement == null) {
            return;
        }
        statement.close();
    }
}
