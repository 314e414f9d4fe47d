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
}
