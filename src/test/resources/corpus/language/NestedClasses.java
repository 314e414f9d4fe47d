package corpus.language;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Classes in classes: each method is looked at. */
final class NestedClasses {
    static class Inner {
        class Innermost {
            int forgottenBad(DataSource pool) throws SQLException {
                Connection connection = pool.getConnection(); // LEAK: never-closed
                return connection.getHoldability();
            }
        }

        int closedOk(DataSource pool) throws SQLException {
            try (Connection connection = pool.getConnection()) {
                return connection.getHoldability();
            }
        }
    }
}
