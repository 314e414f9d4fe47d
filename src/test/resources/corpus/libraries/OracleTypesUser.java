package corpus.libraries;

import java.sql.ResultSet;
import java.sql.SQLException;
import oracle.jdbc.OracleCallableStatement;
import oracle.jdbc.OracleConnection;
import oracle.jdbc.OraclePreparedStatement;
import oracle.jdbc.OracleTypes;
import oracle.jdbc.pool.OracleDataSource;

/** The driver's own connection, statements and cursors of procedures. */
final class OracleTypesUser {
    int refCursorOk(OracleConnection connection) throws SQLException {
        try (OracleCallableStatement call = (OracleCallableStatement) connection.prepareCall("begin top(?); end;")) {
            call.registerOutParameter(1, OracleTypes.CURSOR);
            call.execute();
            try (ResultSet rows = call.getCursor(1)) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    int refCursorBad(OracleCallableStatement call) throws SQLException {
        call.execute();
        ResultSet rows = call.getCursor(1); // LEAK: never-closed
        return rows.next() ? rows.getInt(1) : 0;
    }

    void castBad(OracleConnection connection, long id) throws SQLException {
        OraclePreparedStatement update = (OraclePreparedStatement) connection.prepareStatement("delete from t where id = ?"); // LEAK: not-closed-on-exception
        update.setLongAtName("id", id);
        update.executeUpdate();
        update.close();
    }

    String sourceBad(OracleDataSource source) throws SQLException {
        OracleConnection connection = (OracleConnection) source.getConnection(); // LEAK: not-closed-on-exception
        String schema = connection.getCurrentSchema();
        connection.close();
        return schema;
    }
}
