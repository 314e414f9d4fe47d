package corpus.factories;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What one of several methods opens that return any object is taken for open only where it is closed on some way. */
final class AnyObject {
    interface Action {
        Object run() throws SQLException;
    }

    static final class Count implements Action {
        @Override
        public Object run() {
            return 3;
        }
    }

    static final class Open implements Action {
        private final DataSource pool;

        Open(DataSource pool) {
            this.pool = pool;
        }

        @Override
        public Object run() throws SQLException {
            return pool.getConnection();
        }
    }

    int countOk(Action action) throws SQLException {
        Number found = (Number) action.run();
        return found.intValue();
    }

    void printOk(Action action) throws SQLException {
        Object found = action.run();
        System.out.println(found);
    }

    void closedSometimesBad(Action action) throws SQLException {
        Connection found = (Connection) action.run(); // LEAK: not-closed-on-exception
        found.setAutoCommit(false);
        found.close();
    }
}

/** What a supplier of the house hands out may be lent. */
final class LentBySuppliers {
    interface ConnectionProvider {
        Connection get() throws SQLException;
    }

    private final ConnectionProvider provider;

    LentBySuppliers(Connection connection) {
        this.provider = () -> connection;
    }

    int lentOk() throws SQLException {
        try (Statement statement = provider.get().createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}

/** Who can't tell a lent connection from one of its own closes neither. */
final class LentByOneOfThem {
    interface Context {
        Connection connection() throws SQLException;
    }

    static final class Held implements Context {
        private final Connection held;

        Held(Connection held) {
            this.held = held;
        }

        @Override
        public Connection connection() {
            return held;
        }
    }

    static final class Fresh implements Context {
        private final DataSource pool;

        Fresh(DataSource pool) {
            this.pool = pool;
        }

        @Override
        public Connection connection() throws SQLException {
            return pool.getConnection();
        }
    }

    void commitOk(Context context) throws SQLException {
        context.connection().commit();
    }

    void commitFreshBad(Fresh fresh) throws SQLException {
        fresh.connection().commit(); // LEAK: temporary-never-closed
    }
}
