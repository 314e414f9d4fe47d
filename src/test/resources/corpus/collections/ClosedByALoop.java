package corpus.collections;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Resources in a list, closed one by one. */
final class ClosedByALoop {
    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            System.err.println(e);
        }
    }

    void closedInFinallyOk(Connection connection, List<String> queries) throws SQLException {
        List<Statement> statements = new ArrayList<>();
        try {
            for (String query : queries) {
                Statement statement = connection.createStatement();
                statements.add(statement);
                statement.executeUpdate(query);
            }
        } finally {
            for (Statement statement : statements) {
                closeQuietly(statement);
            }
        }
    }

    void closedByForEachOk(Connection connection, int count) throws SQLException {
        List<Statement> statements = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                statements.add(connection.createStatement());
            }
        } finally {
            statements.forEach(ClosedByALoop::closeQuietly);
        }
    }

    void forgottenBad(Connection connection, int count) throws SQLException {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statements.add(connection.createStatement()); // LEAK: never-closed
        }
        System.out.println(statements.size());
    }

    void restStaysOpenBad(List<String> urls) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        try {
            for (String url : urls) {
                connections.add(DriverManager.getConnection(url)); // FN: not-closed-on-exception possible
            }
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    void eachByItselfOk(List<String> urls) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        try {
            for (String url : urls) {
                connections.add(DriverManager.getConnection(url));
            }
        } finally {
            for (Connection connection : connections) {
                try {
                    connection.close();
                } catch (SQLException e) {
                    System.err.println(e);
                }
            }
        }
    }
}
