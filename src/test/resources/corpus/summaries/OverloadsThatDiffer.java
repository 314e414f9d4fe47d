package corpus.summaries;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Methods of one name that do not do the same. */
final class OverloadsThatDiffer {
    static void done(Statement statement) throws SQLException {
        statement.close();
    }

    static void done(ResultSet rows) {
        System.out.println("rows are closed with their statement: " + rows);
    }

    static void done(Connection connection, boolean close) throws SQLException {
        if (close) {
            connection.close();
        }
    }

    void statementOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.execute("VACUUM");
        } finally {
            done(statement);
        }
    }

    void rowsBad(Statement statement) throws SQLException {
        ResultSet rows = statement.executeQuery("SELECT 1"); // LEAK: never-closed
        try {
            rows.next();
        } finally {
            done(rows);
        }
    }
}
