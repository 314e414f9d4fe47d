package corpus.temporaries;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The last of a chain is handed out; what it hangs on has no name, and only a caller who asks the rows for it could close it. */
final class ReturnedChain {
    ResultSet rowsBad(Connection connection) throws SQLException {
        return connection.createStatement().executeQuery("SELECT 1"); // LEAK: temporary-never-closed possible
    }

    PreparedStatement statementBad(DataSource pool) throws SQLException {
        return pool.getConnection().prepareStatement("SELECT 1"); // LEAK: temporary-never-closed possible
    }

    Connection connectionOk(DataSource pool) throws SQLException {
        return pool.getConnection();
    }

    int valueBad(PreparedStatement statement) throws SQLException {
        return statement.executeQuery().getInt(1); // LEAK: temporary-never-closed
    }

    String metaDataBad(DataSource pool) throws SQLException {
        return pool.getConnection().getMetaData().getDatabaseProductName(); // LEAK: temporary-never-closed
    }
}
