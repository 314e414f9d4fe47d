package corpus.summaries;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A superclass opens and closes, a subclass works. */
final class TemplateMethods {
    abstract static class Job {
        protected abstract void work(Connection connection) throws SQLException;

        final void runOk(DataSource pool) throws SQLException {
            Connection connection = pool.getConnection();
            try {
                work(connection);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.close();
            }
        }

        final void runBad(DataSource pool) throws SQLException {
            Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
            work(connection);
            connection.close();
        }
    }

    static final class Purge extends Job {
        @Override
        protected void work(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("DELETE FROM visits");
            }
        }
    }

    static final class Touch extends Job {
        @Override
        protected void work(Connection connection) throws SQLException {
            touchBad(connection);
        }

        private void touchBad(Connection connection) throws SQLException {
            Statement statement = connection.createStatement(); // LEAK: never-closed possible
            statement.executeUpdate("UPDATE visits SET at = now()");
        }
    }
}
