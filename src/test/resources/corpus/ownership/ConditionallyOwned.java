package corpus.ownership;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Opened here, or the caller's: only what was opened here is closed here. */
final class ConditionallyOwned {
    private final DataSource pool;

    ConditionallyOwned(DataSource pool) {
        this.pool = pool;
    }

    void flagOk(Connection given, String sql) throws SQLException {
        boolean own = given == null;
        Connection connection = own ? pool.getConnection() : given;
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            if (own) {
                connection.close();
            }
        }
    }

    void comparedOk(Connection given, String sql) throws SQLException {
        Connection connection = given;
        try {
            if (connection == null) {
                connection = pool.getConnection();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        } finally {
            if (given == null && connection != null) {
                connection.close();
            }
        }
    }

    void invertedBad(Connection given, String sql) throws SQLException {
        Connection connection = given == null ? pool.getConnection() : given; // LEAK: never-closed
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            if (given != null) {
                connection.close();
            }
        }
    }

    void neverBad(Connection given, String sql) throws SQLException {
        Connection connection = given == null ? pool.getConnection() : given; // LEAK: never-closed
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int toldOpenerOk(Order order, boolean inBatch) throws SQLException {
        PreparedStatement insert = null;
        try {
            insert = bound(order, inBatch);
            if (inBatch) {
                insert.addBatch();
                return -1;
            }
            return insert.executeUpdate();
        } finally {
            if (!inBatch) {
                Statements.close(insert);
            }
        }
    }

    private PreparedStatement bound(Order order, boolean inBatch) throws SQLException {
        return inBatch ? order.batch().prepareStatement(order) : order.createStatement();
    }

    void returnsBeforeTheCloseBad(Order order, boolean inBatch) throws SQLException {
        PreparedStatement insert = bound(order, inBatch); // LEAK: not-closed-on-path
        insert.setInt(1, 7);
        if (inBatch) {
            return;
        }
        insert.close();
    }

    void ofTheTransactionOk(Store store, String name) throws SQLException {
        Transaction transaction = store.current();
        Connection connection = null;
        try {
            connection = store.getConnection(transaction);
            store.delete(name, connection);
        } finally {
            if (transaction == null || transaction == Transaction.NONE) {
                store.closeSafe(connection);
            }
        }
    }

    void toldReaderOk(Connection given, String sql, Listener listener) throws SQLException {
        boolean isReadLater = listener.wantsIterator();
        PreparedStatement query = given.prepareStatement(sql);
        try {
            Readers.show(query, listener);
        } finally {
            if (!isReadLater) {
                query.close();
            }
        }
    }

    void nobodyToldBad(String sql, boolean isQuick) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-path
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            if (!isQuick) {
                connection.close();
            }
        }
    }
}
