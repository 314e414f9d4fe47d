package corpus.fields;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A resource in a field that close() closes. */
final class ClosedWithItsOwnerOk implements AutoCloseable {
    private final Connection connection;

    ClosedWithItsOwnerOk(DataSource pool) throws SQLException {
        this.connection = pool.getConnection();
    }

    String catalog() throws SQLException {
        return connection.getCatalog();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
