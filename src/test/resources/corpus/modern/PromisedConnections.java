package corpus.modern;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** A connection that a future delivers. */
final class PromisedConnections {
    private final Future<Connection> shared;

    PromisedConnections(Future<Connection> shared) {
        this.shared = shared;
    }

    boolean waitedForBad(LedgerPool pool) throws Exception {
        CompletableFuture<Connection> promise = pool.openAsync();
        Connection connection = promise.join(); // LEAK: never-closed possible
        return connection.isValid(1);
    }

    void closedOnOneWayBad(LedgerPool pool, boolean keep) throws Exception {
        Future<Connection> promise = pool.openAsync();
        Connection connection = promise.get(); // LEAK: not-closed-on-path
        if (!keep) {
            connection.close();
        }
    }

    boolean closedOk(LedgerPool pool) throws Exception {
        Future<Connection> promise = pool.openAsync();
        try (Connection connection = promise.get()) {
            return connection.isValid(1);
        }
    }

    boolean sharedOk() throws Exception {
        Connection connection = shared.get();
        return connection.isValid(1);
    }
}
