package corpus.fields;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A field that is set again while it holds an open resource. */
final class ReassignedField implements AutoCloseable {
    private Connection connection;

    void reconnectOk(DataSource pool) throws SQLException {
        if (connection != null) {
            connection.close();
        }
        connection = pool.getConnection();
    }

    void twiceBad(DataSource first, DataSource second) throws SQLException {
        connection = first.getConnection(); // LEAK: overwritten
        connection = second.getConnection();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
