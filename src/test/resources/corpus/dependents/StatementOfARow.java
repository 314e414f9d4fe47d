package corpus.dependents;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What is asked of rows and statements about their owner is theirs, not ours. */
final class StatementOfARow {
    void ownersAreBorrowedOk(ResultSet rows) throws SQLException {
        Statement statement = rows.getStatement();
        Connection connection = statement.getConnection();
        System.out.println(connection.getCatalog());
    }

    void closedThroughTheRowsOk(ResultSet rows) throws SQLException {
        rows.getStatement().close();
    }

    Statement handedOutWithItsRowsOk(Connection connection) throws SQLException {
        return connection.getMetaData().getTables(null, null, "%", null).getStatement();
    }

    int currentRowsBad(Statement statement) throws SQLException {
        statement.execute("SELECT 1");
        ResultSet rows = statement.getResultSet(); // LEAK: never-closed
        return rows.next() ? 1 : 0;
    }
}
