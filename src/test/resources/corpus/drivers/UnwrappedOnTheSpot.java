package corpus.drivers;

import java.sql.SQLException;
import org.postgresql.jdbc.PgConnection;

/** A driver's own connection is reached by unwrapping: the one that was opened is still to be closed. */
final class UnwrappedOnTheSpot {
    void copyBad(String tenant) throws SQLException {
        PgConnection connection = TenantConnections.getOwnConnection(tenant).unwrap(PgConnection.class); // LEAK: never-closed possible
        connection.execSQLUpdate("VACUUM basket");
    }

    void callersOrOwnBad(PgConnection callers, String tenant) throws SQLException {
        PgConnection connection;
        if (tenant != null) {
            connection = TenantConnections.getOwnConnection(tenant).unwrap(PgConnection.class); // LEAK: never-closed possible
        } else {
            connection = callers;
        }
        connection.execSQLUpdate("VACUUM basket");
    }

    void callersOrOwnOk(PgConnection callers, String tenant) throws SQLException {
        PgConnection connection = callers;
        boolean isOwn = false;
        try {
            if (tenant != null) {
                connection = TenantConnections.getOwnConnection(tenant).unwrap(PgConnection.class);
                isOwn = true;
            }
            connection.execSQLUpdate("VACUUM basket");
        } finally {
            if (isOwn) {
                connection.close();
            }
        }
    }
}
