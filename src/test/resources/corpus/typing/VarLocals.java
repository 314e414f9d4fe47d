package corpus.typing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Types that only an initialiser tells. */
final class VarLocals {
    int closedOk(DataSource pool) throws SQLException {
        var connection = pool.getConnection();
        try {
            return connection.getHoldability();
        } finally {
            connection.close();
        }
    }

    int forgottenBad(String url) throws SQLException {
        var connection = DriverManager.getConnection(url); // LEAK: never-closed
        return connection.getHoldability();
    }

    int chainOfVarsBad(DataSource pool) throws SQLException {
        var connection = pool.getConnection();
        try (connection) {
            var statement = connection.prepareStatement("SELECT 1"); // LEAK: never-closed possible
            var rows = statement.executeQuery();
            var any = rows.next();
            return any ? 1 : 0;
        } finally {
            var other = pool.getConnection(); // LEAK: never-closed
            other.getCatalog();
        }
    }

    void loopVariableBad(List<DataSource> pools) throws SQLException {
        for (var pool : pools) {
            var statement = pool.getConnection().createStatement(); // LEAK: temporary-never-closed // LEAK: not-closed-on-exception
            statement.execute("VACUUM");
            statement.close();
        }
    }

    int varOfAGenericOk(List<? extends java.sql.Connection> connections) throws SQLException {
        var first = connections.get(0);
        return first.getHoldability();
    }
}
