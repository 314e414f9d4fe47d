package corpus.exceptions;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A house's exception is caught by a handler for what it extends, and not by one for something else. */
final class HouseExceptions {
    static class StoreException extends SQLException {}

    static class BusyException extends StoreException {}

    static class FormException extends RuntimeException {}

    private final DataSource pool;

    HouseExceptions(DataSource pool) {
        this.pool = pool;
    }

    void caughtByAncestorOk(boolean busy) throws SQLException {
        Connection c = pool.getConnection();
        try {
            if (busy) {
                throw new BusyException();
            }
        } catch (SQLException e) {
            c.close();
            return;
        }
        c.close();
    }

    void caughtByAnotherBad(boolean wrong) throws SQLException {
        Connection c = pool.getConnection(); // LEAK: not-closed-on-exception
        try {
            if (wrong) {
                throw new FormException();
            }
        } catch (StoreException e) {
            c.close();
            return;
        }
        c.close();
    }

    void caughtByDescendantBad(boolean busy) throws SQLException {
        Connection c = pool.getConnection(); // LEAK: not-closed-on-exception
        try {
            if (busy) {
                throw new StoreException();
            }
        } catch (BusyException e) {
            c.close();
            return;
        }
        c.close();
    }
}
