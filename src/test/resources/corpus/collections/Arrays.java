package corpus.collections;

import java.util.List;
import java.util.ArrayList;
import java.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Resources in an array. */
final class Arrays {
    void closedByIndexOk(DataSource pool) throws SQLException {
        Connection[] connections = new Connection[2];
        try {
            for (int i = 0; i < connections.length; i++) {
                connections[i] = pool.getConnection();
            }
        } finally {
            for (Connection connection : connections) {
                try {
                    if (connection != null) {
                        connection.close();
                    }
                } catch (SQLException e) {
                    System.err.println(e);
                }
            }
        }
    }

    void givenArrayOk(DataSource pool, Connection[] slots) throws SQLException {
        slots[0] = pool.getConnection();
    }

    void forgottenBad(DataSource pool) throws SQLException {
        Connection[] connections = new Connection[1];
        connections[0] = pool.getConnection(); // LEAK: never-closed
        System.out.println(connections.length);
    }

    void closedByASecondIndexOk(Connection connection, String[] updates) throws SQLException {
        Statement[] statements = new Statement[updates.length];
        try {
            for (int i = 0; i < updates.length; i++) {
                statements[i] = connection.createStatement();
            }
            for (int i = 0; i < statements.length; i++) {
                statements[i].execute(updates[i]);
            }
        } finally {
            for (int i = 0; i < statements.length; i++) {
                if (statements[i] != null) {
                    statements[i].close();
                }
            }
        }
    }

    void filledAloneBad(Connection connection, String[] updates) throws SQLException {
        Statement[] statements = new Statement[updates.length];
        for (int i = 0; i < statements.length; i++) {
            statements[i] = connection.createStatement(); // LEAK: never-closed
        }
        for (int i = 0; i < statements.length; i++) {
            statements[i].execute(updates[i]);
        }
    }

    void usedThenClosedOk(List<String> updates, Connection connection) throws SQLException {
        List<Statement> statements = new ArrayList<>();
        try {
            for (String update : updates) {
                statements.add(connection.prepareStatement(update));
            }
            for (Statement statement : statements) {
                statement.setQueryTimeout(5);
            }
        } finally {
            for (int i = 0; i < statements.size(); i++) {
                statements.get(i).close();
            }
        }
    }

    void closedUpToACountOk(DataSource pool, int count) throws SQLException {
        Connection[] connections = new Connection[count];
        try {
            for (int i = 0; i < count; i++) {
                connections[i] = pool.getConnection();
            }
        } finally {
            for (int i = 0; i < count; i++) {
                if (connections[i] != null) {
                    connections[i].close();
                }
            }
        }
    }

    void closedBackwardsOk(DataSource pool) throws SQLException {
        Connection[] connections = new Connection[2];
        try {
            connections[0] = pool.getConnection();
            connections[1] = pool.getConnection();
        } finally {
            for (int i = connections.length - 1; i >= 0; i--) {
                closeQuietly(connections[i]);
            }
        }
    }

    void closedSideBySideOk(DataSource pool, int count) throws SQLException {
        Connection[] connections = new Connection[count];
        Statement[] statements = new Statement[count];
        try {
            for (int i = 0; i < count; i++) {
                connections[i] = pool.getConnection();
                statements[i] = connections[i].createStatement();
            }
        } finally {
            for (int i = 0; i < count; i++) {
                closeQuietly(statements[i]);
                closeQuietly(connections[i]);
            }
        }
    }

    void firstOneStaysOpenBad(DataSource pool, int count) throws SQLException {
        Connection[] connections = new Connection[count];
        for (int i = 0; i < count; i++) {
            connections[i] = pool.getConnection(); // LEAK: not-closed-on-path
        }
        for (int i = 1; i < count; i++) {
            connections[i].close();
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Exception e) {
            System.err.println(e);
        }
    }
}
