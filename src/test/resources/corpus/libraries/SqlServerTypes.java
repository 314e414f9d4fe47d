package corpus.libraries;

import com.microsoft.sqlserver.jdbc.SQLServerBulkCopy;
import com.microsoft.sqlserver.jdbc.SQLServerCallableStatement;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import com.microsoft.sqlserver.jdbc.SQLServerPreparedStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The driver's own types. */
final class SqlServerTypes {
    void tableValuedOk(SQLServerDataSource source, String sql) throws SQLException {
        try (SQLServerConnection connection = (SQLServerConnection) source.getConnection();
                SQLServerPreparedStatement insert = (SQLServerPreparedStatement) connection.prepareStatement(sql)) {
            insert.setStructured(1, "dbo.Rows", "");
            insert.execute();
        }
    }

    void tableValuedBad(SQLServerDataSource source, String sql) throws SQLServerException {
        SQLServerConnection connection = (SQLServerConnection) source.getConnection(); // LEAK: never-closed
        SQLServerCallableStatement call = (SQLServerCallableStatement) connection.prepareCall(sql); // LEAK: not-closed-on-exception
        call.setResponseBuffering("adaptive");
        call.execute();
        call.close();
    }

    void copyBad(Connection connection, ResultSet rows) throws SQLException {
        SQLServerBulkCopy copy = new SQLServerBulkCopy(connection); // LEAK: not-closed-on-exception
        copy.setDestinationTableName("visits");
        copy.writeToServer(rows);
        copy.close();
    }

    void copyOk(Connection connection, ResultSet rows) throws SQLException {
        try (SQLServerBulkCopy copy = new SQLServerBulkCopy(connection)) {
            copy.setDestinationTableName("visits");
            copy.writeToServer(rows);
        }
    }
}
