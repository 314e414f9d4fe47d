package corpus.drivers;

import java.sql.Connection;
import java.sql.SQLException;

/** A connection of the house that has a method besides to give itself back to its pool. */
final class GivesItselfBack {
    void givenBackOk(Pool pool) throws SQLException {
        Pooled connection = null;
        try {
            connection = pool.borrow();
            connection.setAutoCommit(false);
        } finally {
            if (connection != null) {
                connection.release();
            }
        }
    }

    void keptBad(Pool pool) throws SQLException {
        Pooled connection = pool.borrow(); // LEAK: never-closed possible
        connection.setAutoCommit(false);
    }

    interface Pool {
        Pooled borrow() throws SQLException;

        void take(Pooled connection);
    }

    abstract static class Pooled implements Connection {
        private Pool pool;

        void release() {
            pool.take(this);
        }
    }
}
