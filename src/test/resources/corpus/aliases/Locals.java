package corpus.aliases;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Two names for one resource. */
final class Locals {
    void closedThroughAliasOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        Statement alias = statement;
        alias.close();
    }

    void aliasOfAliasOk(Connection connection) throws SQLException {
        Statement one = connection.createStatement();
        Statement two = one;
        Statement three = two;
        one = null;
        two = null;
        three.close();
    }

    void aliasReassignedBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        Statement alias = statement;
        alias = connection.createStatement();
        alias.close();
        System.out.println(statement.hashCode());
    }

    void chainedAssignmentOk(Connection connection) throws SQLException {
        Statement one;
        Statement two;
        one = two = connection.createStatement();
        System.out.println(one);
        two.close();
    }
}
