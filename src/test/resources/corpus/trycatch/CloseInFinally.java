package corpus.trycatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The classic shape: acquired before try, closed in finally. */
final class CloseInFinally {
    int classicOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            return statement.executeUpdate("DELETE FROM basket");
        } finally {
            statement.close();
        }
    }

    int usedBeforeTryBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        statement.setQueryTimeout(5);
        try {
            return statement.executeUpdate("DELETE FROM basket");
        } finally {
            statement.close();
        }
    }

    int assignedInsideTryOk(Connection connection) throws SQLException {
        Statement statement = null;
        try {
            statement = connection.createStatement();
            statement.setQueryTimeout(5);
            return statement.executeUpdate("DELETE FROM basket");
        } finally {
            if (statement != null) {
                statement.close();
            }
        }
    }

    void finallyWithoutCloseBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        try {
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            System.out.println("done");
        }
    }
}
