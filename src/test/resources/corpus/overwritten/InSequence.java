package corpus.overwritten;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One variable for two resources in a row. */
final class InSequence {
    void firstLostBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: overwritten
        statement = connection.createStatement();
        statement.close();
    }

    void firstClosedOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.close();
        statement = connection.createStatement();
        statement.close();
    }

    void nulledBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: overwritten
        System.out.println(statement.hashCode());
        statement = null;
    }

    void nulledAfterCloseOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.close();
        statement = null;
    }

    void otherNameKeepsItOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        Statement first = statement;
        statement = null;
        first.close();
    }

    void lostOnOneBranchBad(Connection connection, boolean again) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: overwritten
        if (again) {
            statement = connection.createStatement();
        }
        statement.close();
    }
}
