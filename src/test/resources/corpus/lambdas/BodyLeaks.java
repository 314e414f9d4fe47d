package corpus.lambdas;

import java.sql.Connection;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** The body of a lambda is a method of its own. */
final class BodyLeaks {
    Callable<Integer> neverBad(DataSource pool) {
        return () -> {
            Connection connection = pool.getConnection(); // LEAK: never-closed
            return connection.getHoldability();
        };
    }

    Callable<Integer> closedOk(DataSource pool) {
        return () -> {
            try (Connection connection = pool.getConnection()) {
                return connection.getHoldability();
            }
        };
    }

    Callable<Integer> expressionBad(DataSource pool) {
        return () -> pool.getConnection().getHoldability(); // LEAK: temporary-never-closed
    }

    Callable<Connection> factoryOk(DataSource pool) {
        return () -> pool.getConnection();
    }

    Callable<Connection> methodReferenceOk(DataSource pool) {
        return pool::getConnection;
    }
}
