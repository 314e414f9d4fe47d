package corpus.typing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Resources that come out of generic types. */
final class GenericReturn {
    interface Source<R> {
        R open() throws SQLException;
    }

    static final class Pool implements Source<Connection> {
        private final DataSource source;

        Pool(DataSource source) {
            this.source = source;
        }

        @Override
        public Connection open() throws SQLException {
            return source.getConnection();
        }
    }

    int implementationOk(Pool pool) throws SQLException {
        try (Connection connection = pool.open()) {
            return connection.getHoldability();
        }
    }

    int implementationBad(Pool pool) throws SQLException {
        Connection connection = pool.open(); // LEAK: never-closed
        return connection.getHoldability();
    }

    int throughTheInterfaceBad(Source<Connection> source) throws SQLException {
        Connection connection = source.open(); // LEAK: not-closed-on-exception
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        int changed = statement.executeUpdate("DELETE FROM visits");
        statement.close();
        connection.close();
        return changed;
    }

    int optionalOk(Optional<Connection> given) throws SQLException {
        return given.isPresent() ? given.get().getHoldability() : 0;
    }

    int suppliedOk(Supplier<Connection> supplier, Callable<DataSource> sources) throws Exception {
        Connection lent = supplier.get();
        try (Connection own = sources.call().getConnection()) {
            return lent.getHoldability() + own.getHoldability();
        }
    }
}
