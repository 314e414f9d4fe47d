package corpus.parameters;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** What comes in as a parameter belongs to the caller. */
final class NeverOurs {
    int usedOk(Connection connection, Statement statement, ResultSet rows) throws SQLException {
        return connection.getHoldability() + statement.getMaxRows() + rows.getInt(1);
    }

    void reassignedOk(Connection connection, DataSource pool) throws SQLException {
        connection = pool.getConnection();
        connection.close();
    }

    void reassignedBad(Connection connection, DataSource pool) throws SQLException {
        connection = pool.getConnection(); // LEAK: never-closed
        System.out.println(connection.hashCode());
    }

    void defaultedBad(Connection connection, DataSource pool) throws SQLException {
        if (connection == null) {
            connection = pool.getConnection(); // LEAK: never-closed
        }
        connection.commit();
    }

    void loopVariableOk(List<Connection> connections) throws SQLException {
        for (Connection connection : connections) {
            connection.commit();
        }
    }

    void caughtInCatchOk(Collection<Statement> statements) {
        for (Statement statement : statements) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                System.err.println(e);
            }
        }
    }
}
