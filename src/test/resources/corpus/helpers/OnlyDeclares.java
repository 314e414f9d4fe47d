package corpus.helpers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A helper in sight that declares an exception throws one only if something in it can. */
final class OnlyDeclares {
    private int opened;

    private void count() throws SQLException {
        opened = opened + 1;
    }

    private void limit(Statement statement) throws SQLException {
        statement.setMaxRows(100);
    }

    private void limitIfItCan(Statement statement) throws SQLException {
        try {
            statement.setMaxRows(100);
        } catch (SQLException e) {
            opened = 0;
        }
    }

    private void both(Statement statement) throws SQLException {
        count();
        limitIfItCan(statement);
    }

    Statement declaresOnlyOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        count();
        return statement;
    }

    Statement catchesItsOwnOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        limitIfItCan(statement);
        return statement;
    }

    Statement quietThroughTwoOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        both(statement);
        return statement;
    }

    Statement doesThrowBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        limit(statement);
        return statement;
    }

    abstract static class Step {
        void prepare(Statement statement) throws SQLException {}

        Statement overriddenBad(Connection connection) throws SQLException {
            Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
            prepare(statement);
            return statement;
        }
    }

    static final class Impatient extends Step {
        @Override
        void prepare(Statement statement) throws SQLException {
            statement.setQueryTimeout(1);
        }
    }
}
