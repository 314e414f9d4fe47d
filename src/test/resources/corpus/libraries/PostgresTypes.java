package corpus.libraries;

import java.io.Reader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** Bulk copies, and what the driver's connection is unwrapped from. */
final class PostgresTypes {
    long copyOk(String url, Reader csv) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            return postgres.getCopyAPI().copyIn("COPY visits FROM STDIN CSV", csv);
        }
    }

    long copyBad(String url, Reader csv) throws Exception {
        Connection connection = DriverManager.getConnection(url); // LEAK: not-closed-on-exception
        PGConnection postgres = connection.unwrap(PGConnection.class);
        long copied = postgres.getCopyAPI().copyIn("COPY visits FROM STDIN CSV", csv);
        connection.close();
        return copied;
    }

    int processBad(PGSimpleDataSource source) throws SQLException {
        return source.getConnection().unwrap(PGConnection.class).getBackendPID(); // LEAK: temporary-never-closed
    }
}
