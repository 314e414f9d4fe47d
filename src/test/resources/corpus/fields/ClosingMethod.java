package corpus.fields;

import java.sql.Connection;
import javax.jcr.Repository;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A method that closes a field owes that on exceptions too: nobody calls it twice. */
final class ClosingMethod {
    private Connection connection;

    void openOk(DataSource pool) throws SQLException {
        connection = pool.getConnection();
    }

    void closeAfterCommitBad() throws SQLException {
        connection.commit();
        connection.close(); // LEAK: not-closed-on-exception
    }

    void closeInFinallyOk() throws SQLException {
        try {
            connection.commit();
        } finally {
            connection.close();
        }
    }

    /** Two connections, both opened by {@code openOk} and closed together. */
    static final class Pair {
        private Connection first;
        private Connection second;

        void openOk(DataSource pool) throws SQLException {
            first = pool.getConnection();
            second = pool.getConnection();
        }

        void closeBad() {
            try {
                first.close();
                second.close(); // LEAK: not-closed-on-exception possible
            } catch (SQLException e) {
                System.err.println(e);
            }
        }

        void stopBad() {
            try {
                first.commit();
                first.close(); // LEAK: not-closed-on-exception
                second.close(); // LEAK: not-closed-on-exception
            } catch (SQLException e) {
                System.err.println(e);
            }
        }

        void closeEachOk() {
            closeQuietly(first);
            closeQuietly(second);
        }

        void closeSecondIfOwnedOk(boolean isOwned) throws SQLException {
            try {
                first.close();
            } catch (SQLException e) {
                System.err.println(e);
            }
            if (isOwned) {
                second.close();
            }
        }

        private static void closeQuietly(Connection connection) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.err.println(e);
            }
        }
    }

    /** The superclass can't be seen, and may not throw more than the method does. */
    static final class Screen extends Part {
        private Session session;

        void openOk(Repository repository) throws RepositoryException {
            session = repository.login();
        }

        @Override
        public void onDestroyOk() {
            super.onDestroyOk();
            session.logout();
        }
    }

    /** Tries the closing of something else. */
    static final class Trial {
        private Connection connection;

        void setUpOk(DataSource pool) throws SQLException {
            connection = pool.getConnection();
        }

        void testCloseAfterAFailureOk(Unseen pool) throws SQLException {
            pool.failNextTime();
            connection.close();
        }

        void closeAfterAFailureBad(Unseen pool) throws SQLException {
            pool.failNextTime();
            connection.close(); // LEAK: not-closed-on-exception possible
        }
    }
}
