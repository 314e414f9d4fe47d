package corpus.libraries;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import oracle.jdbc.OracleConnection;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The vendor's connection inside the pool's is the same connection. */
final class VendorUnwrap {
    String oracleOk(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            OracleConnection oracle = connection.unwrap(OracleConnection.class);
            return oracle.getCurrentSchema();
        }
    }

    String oracleBad(DataSource pool) throws SQLException {
        OracleConnection oracle = pool.getConnection().unwrap(OracleConnection.class); // LEAK: never-closed
        return oracle.getCurrentSchema();
    }

    CopyManager copyBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
