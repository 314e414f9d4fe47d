package corpus.fields;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An object that opens a connection when it is made is a resource itself. */
final class HouseObjects {
    static class BasketStore implements AutoCloseable {
        private final Connection connection;

        BasketStore(String url) throws SQLException {
            connection = DriverManager.getConnection(url);
        }

        int count() throws SQLException {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT COUNT(*) FROM basket")) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    static class Counter {
        private final Connection connection;

        Counter(String url) throws SQLException {
            connection = DriverManager.getConnection(url);
        }

        void finish() throws SQLException {
            connection.close();
        }

        void release() throws SQLException {
            connection.close();
        }

        int count() throws SQLException {
            return connection.getTransactionIsolation();
        }
    }

    private final BasketStore kept;

    HouseObjects(String url) throws SQLException {
        kept = new BasketStore(url);
    }

    int neverBad(String url) throws SQLException {
        BasketStore store = new BasketStore(url); // LEAK: never-closed possible
        return store.count();
    }

    int normallyBad(String url) throws SQLException {
        BasketStore store = new BasketStore(url); // LEAK: not-closed-on-exception
        int count = store.count();
        store.close();
        return count;
    }

    int headOk(String url) throws SQLException {
        try (BasketStore store = new BasketStore(url)) {
            return store.count();
        }
    }

    int otherNameOk(String url) throws SQLException {
        Counter counter = new Counter(url);
        try {
            return counter.count();
        } finally {
            counter.finish();
        }
    }

    int otherNameBad(String url) throws SQLException {
        Counter counter = new Counter(url); // LEAK: not-closed-on-exception
        int count = counter.count();
        counter.release();
        return count;
    }

    BasketStore makeOk(String url) throws SQLException {
        return new BasketStore(url);
    }

    int ofFactoryBad(String url) throws SQLException {
        return makeOk(url).count(); // LEAK: temporary-never-closed possible
    }
}
