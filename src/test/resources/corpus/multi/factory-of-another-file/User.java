package corpus.multi.factoryofanotherfile;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens through a factory of another file. */
final class User {
    int closedOk() throws SQLException {
        try (Connection connection = Db.begin()) {
            return connection.getHoldability();
        }
    }

    int forgottenBad() throws SQLException {
        Connection connection = Db.begin(); // LEAK: never-closed
        return connection.getHoldability();
    }
}
