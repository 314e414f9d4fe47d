package corpus.summaries;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import javax.sql.DataSource;

/** An iterator over rows that closes what it walks over. */
final class WrapsInAClass {
    static final class Rows implements Iterator<String>, AutoCloseable {
        private final Connection connection;
        private final PreparedStatement statement;
        private final ResultSet rows;

        Rows(Connection connection, PreparedStatement statement, ResultSet rows) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            try {
                return rows.next();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String next() {
            try {
                return rows.getString(1);
            } catch (SQLException e) {
                throw new NoSuchElementException(e.getMessage());
            }
        }

        @Override
        public void close() throws SQLException {
            try (connection;
                    statement;
                    rows) {
                System.out.println("done");
            }
        }
    }

    Rows openOk(DataSource pool, String sql) throws SQLException {
        Connection connection = null;
        PreparedStatement statement = null;
        try {
            connection = pool.getConnection();
            statement = connection.prepareStatement(sql);
            return new Rows(connection, statement, statement.executeQuery());
        } catch (SQLException e) {
            if (statement != null) {
                statement.close();
            }
            if (connection != null) {
                connection.close();
            }
            throw e;
        }
    }

    Rows openBad(DataSource pool, String sql) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        PreparedStatement statement = connection.prepareStatement(sql); // LEAK: not-closed-on-exception
        return new Rows(connection, statement, statement.executeQuery());
    }

    String firstBad(Connection connection, PreparedStatement statement) throws SQLException {
        Rows rows = new Rows(connection, statement, statement.executeQuery()); // LEAK: never-closed
        return rows.hasNext() ? rows.next() : "";
    }

    String firstOk(Connection connection, PreparedStatement statement) throws SQLException {
        try (Rows rows = new Rows(connection, statement, statement.executeQuery())) {
            return rows.hasNext() ? rows.next() : "";
        }
    }
}
