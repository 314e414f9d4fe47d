package corpus.fields;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A resource in a field that no method closes. */
final class NeverClosedBad {
    private final Connection connection;
    private PreparedStatement statement;

    NeverClosedBad(DataSource pool) throws SQLException {
        this.connection = pool.getConnection(); // LEAK: field-never-closed
    }

    void prepare() throws SQLException {
        if (statement == null) {
            statement = connection.prepareStatement("SELECT 1"); // LEAK: field-never-closed
        }
    }
}
