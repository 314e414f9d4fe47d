package corpus.modern;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A sealed class whose subclasses open in their own ways. */
final class SealedHierarchies {
    abstract static sealed class Opener permits Fresh, Shared {
        abstract Connection open() throws SQLException;
    }

    static final class Fresh extends Opener {
        private final DataSource pool;

        Fresh(DataSource pool) {
            this.pool = pool;
        }

        @Override
        Connection open() throws SQLException {
            return pool.getConnection();
        }
    }

    static non-sealed class Shared extends Opener {
        private final Connection connection;

        Shared(Connection connection) {
            this.connection = connection;
        }

        @Override
        Connection open() {
            return connection;
        }
    }

    int freshBad(Fresh opener) throws SQLException {
        return opener.open().getHoldability(); // LEAK: temporary-never-closed
    }

    int sharedOk(Shared opener) throws SQLException {
        return opener.open().getHoldability();
    }

    int freshOk(Fresh opener) throws SQLException {
        try (Connection connection = opener.open()) {
            return connection.getHoldability();
        }
    }
}
