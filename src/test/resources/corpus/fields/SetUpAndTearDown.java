package corpus.fields;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One method opens the field, another closes it; who calls both has to see to it that the second one runs. */
final class SetUpAndTearDown {
    interface Task<T> {
        T run();
    }

    private final DataSource pool;
    private Connection connection;

    SetUpAndTearDown(DataSource pool) {
        this.pool = pool;
    }

    private void setUp() {
        try {
            connection = pool.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tearDown() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T executeBad(Task<T> task) {
        setUp(); // LEAK: not-closed-on-exception possible
        T result = task.run();
        tearDown();
        return result;
    }

    <T> T executeOk(Task<T> task) {
        setUp();
        try {
            return task.run();
        } finally {
            tearDown();
        }
    }

    /** Its owner can close it whatever happens in between. */
    static final class ClosedByItsOwner {
        private final DataSource pool;
        private Connection connection;

        ClosedByItsOwner(DataSource pool) {
            this.pool = pool;
        }

        private void open() throws SQLException {
            connection = pool.getConnection();
        }

        public void close() throws SQLException {
            connection.close();
        }

        <T> T executeOk(Task<T> task) throws SQLException {
            open();
            T result = task.run();
            close();
            return result;
        }
    }

    /** Its owner can close it too, but learns of no failure. */
    static final class ClosedByAnybody {
        private final DataSource pool;
        private Connection connection;
        private Connection kept;

        ClosedByAnybody(DataSource pool) {
            this.pool = pool;
        }

        private void open() throws SQLException {
            connection = pool.getConnection();
        }

        private void openIfClosed() throws SQLException {
            if (kept == null || kept.isClosed()) {
                kept = pool.getConnection();
            }
        }

        void release() {
            closeQuietly(connection);
            closeQuietly(kept);
        }

        private static void closeQuietly(Connection connection) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.err.println(e);
            }
        }

        void renameBad(String name) {
            try {
                open(); // LEAK: not-closed-on-exception possible
                connection.setCatalog(name);
                release();
            } catch (SQLException e) {
                System.err.println(e);
            }
        }

        void renameOk(String name) {
            try {
                open();
                connection.setCatalog(name);
            } catch (SQLException e) {
                System.err.println(e);
            } finally {
                release();
            }
        }

        void failsAloudOk(String name) throws SQLException {
            open();
            connection.setCatalog(name);
            release();
        }

        void keptForTheNextOneOk(String name) {
            try {
                openIfClosed();
                kept.setCatalog(name);
                release();
            } catch (SQLException e) {
                System.err.println(e);
            }
        }
    }

    /** The superclass opens and closes it. */
    static class Fixture {
        protected Connection connection;

        void begin(DataSource pool) throws SQLException {
            connection = pool.getConnection();
        }

        void end() throws SQLException {
            connection.close();
        }
    }

    static final class SkippedFixture extends Fixture {
        void begin(DataSource pool) throws SQLException {
            super.begin(pool);
            if (connection.isReadOnly()) {
                connection.close();
                throw new SQLException("read-only");
            }
            connection.setAutoCommit(false);
        }
    }
}
