package corpus.fields;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What a method puts into a field, another method of the object closes; that this does not happen after a failure is missed. */
final class ClosedByOwnMethod {
    private final DataSource pool;
    private Connection current;

    ClosedByOwnMethod(DataSource pool) {
        this.pool = pool;
    }

    void closedOk() throws SQLException {
        current = pool.getConnection();
        try {
            current.commit();
        } finally {
            release();
        }
    }

    void notWhenItFailsBad() throws SQLException {
        current = pool.getConnection(); // FN: not-closed-on-exception
        current.commit();
        release();
    }

    void closedUnderAnotherNameOk() throws SQLException {
        Connection mine = pool.getConnection();
        current = mine;
        release();
    }

    private void release() throws SQLException {
        current.close();
    }
}
