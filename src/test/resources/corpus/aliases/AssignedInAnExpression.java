package corpus.aliases;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The acquisition is the value of an assignment inside a condition or an argument. */
final class AssignedInAnExpression {
    int inAConditionOk(Connection connection) throws SQLException {
        Statement statement;
        if ((statement = connection.createStatement()) != null) {
            statement.close();
        }
        return 0;
    }

    int inAWhileBad(Statement statement) throws SQLException {
        ResultSet rows;
        int found = 0;
        if ((rows = statement.executeQuery("SELECT 1")).next()) { // LEAK: never-closed
            found++;
        }
        return found + (rows.isAfterLast() ? 1 : 0);
    }

    void inAnArgumentOk(Connection connection) throws SQLException {
        Statement statement;
        System.out.println(statement = connection.createStatement());
        statement.close();
    }
}
