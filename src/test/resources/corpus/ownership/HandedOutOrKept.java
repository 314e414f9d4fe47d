package corpus.ownership;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/** Ways to hand a resource to whoever called. */
final class HandedOutOrKept {
    Optional<Connection> optionalOk(DataSource pool) throws SQLException {
        return Optional.of(pool.getConnection());
    }

    CompletableFuture<Connection> futureOk(DataSource pool) throws SQLException {
        return CompletableFuture.completedFuture(pool.getConnection());
    }

    Connection[] arrayOk(DataSource pool) throws SQLException {
        return new Connection[] {pool.getConnection()};
    }

    Connection choiceOk(DataSource pool, Connection given) throws SQLException {
        return given != null ? given : pool.getConnection();
    }

    String onlyItsNameBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed
        return connection.getCatalog();
    }
}
