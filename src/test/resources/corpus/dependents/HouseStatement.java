package corpus.dependents;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The rows of a house's own statement go with it as JDBC's do. */
final class HouseStatement {
    interface Query extends AutoCloseable {
        Rows openRows() throws SQLException;

        @Override
        void close() throws SQLException;
    }

    interface Rows extends AutoCloseable {
        boolean more() throws SQLException;

        @Override
        void close() throws SQLException;
    }

    abstract static class JdbcRows implements Rows, ResultSet {
        private final ResultSet rows;

        JdbcRows(ResultSet rows) {
            this.rows = rows;
        }

        @Override
        public void close() throws SQLException {
            rows.close();
        }
    }

    abstract static class JdbcQuery implements Query, Statement {
        private final Statement statement;

        JdbcQuery(Statement statement) {
            this.statement = statement;
        }

        abstract JdbcRows wrapped(ResultSet rows);

        @Override
        public Rows openRows() throws SQLException {
            return wrapped(statement.executeQuery("SELECT 1 FROM basket"));
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    interface Shop {
        JdbcQuery wrapped(Statement statement);
    }

    private static Query wrappingMayFailBad(Shop shop, Connection connection) throws SQLException {
        return shop.wrapped(connection.createStatement()); // LEAK: not-closed-on-exception possible
    }

    int closedWithTheirQueryOk(Shop shop, Connection connection) throws SQLException {
        int count = 0;
        try (Query query = wrappingMayFailBad(shop, connection)) {
            Rows rows = query.openRows();
            while (rows.more()) {
                count++;
            }
        }
        return count;
    }
}
