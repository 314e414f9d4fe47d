package corpus.lambdas;

import javax.jcr.Session;
import javax.jcr.RepositoryException;
import javax.jcr.Repository;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/** Work that is handed to a thread. */
final class Threads {
    void closedInTheThreadOk(DataSource pool, Executor executor) throws SQLException {
        Connection connection = pool.getConnection();
        executor.execute(() -> {
            try (connection) {
                connection.commit();
            } catch (SQLException e) {
                System.err.println(e);
            }
        });
    }

    void openedInTheThreadBad(DataSource pool) {
        new Thread(() -> {
                    try {
                        Connection connection = pool.getConnection(); // LEAK: never-closed
                        connection.commit();
                    } catch (SQLException e) {
                        System.err.println(e);
                    }
                })
                .start();
    }

    void endedInTheThreadOk(Repository repository) throws RepositoryException {
        Session session = repository.login();
        new Thread(() -> {
                    try {
                        session.save();
                    } catch (RepositoryException e) {
                        System.err.println(e);
                    } finally {
                        session.logout();
                    }
                })
                .start();
    }

    void usedInTheThreadBad(Repository repository) throws RepositoryException {
        Session session = repository.login(); // LEAK: never-closed possible
        new Thread(() -> {
                    try {
                        session.save();
                    } catch (RepositoryException e) {
                        System.err.println(e);
                    }
                })
                .start();
    }
}
