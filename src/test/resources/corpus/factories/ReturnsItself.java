package corpus.factories;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Methods that return the object they are called on. */
final class ReturnsItself {
    static final class Link implements AutoCloseable {
        private final Connection connection;
        private boolean readOnly;

        Link(DataSource pool) throws SQLException {
            this.connection = pool.getConnection();
        }

        Link readOnly() {
            readOnly = true;
            return this;
        }

        boolean isReadOnly() {
            return readOnly;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    Link handedOutOk(DataSource pool) throws SQLException {
        return new Link(pool).readOnly();
    }

    boolean closedOk(DataSource pool) throws SQLException {
        try (Link link = new Link(pool).readOnly()) {
            return link.isReadOnly();
        }
    }

    boolean forgottenBad(DataSource pool) throws SQLException {
        Link link = new Link(pool).readOnly(); // LEAK: never-closed possible
        return link.isReadOnly();
    }
}
