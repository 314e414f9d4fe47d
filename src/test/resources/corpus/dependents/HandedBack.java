package corpus.dependents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A pool that takes its connection back does not have to close what was opened from it. */
final class HandedBack {
    private final BasketPool pool;

    HandedBack(BasketPool pool) {
        this.pool = pool;
    }

    int normalPathOnlyBad() throws SQLException {
        Connection connection = pool.acquireConnection();
        try {
            PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM basket"); // LEAK: not-closed-on-exception possible
            ResultSet rows = statement.executeQuery(); // LEAK: not-closed-on-exception possible
            int count = rows.next() ? rows.getInt(1) : 0;
            statement.close();
            return count;
        } finally {
            pool.releaseConnection(connection);
        }
    }

    int statementFirstOk() throws SQLException {
        Connection connection = pool.acquireConnection();
        try {
            try (PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM basket")) {
                ResultSet rows = statement.executeQuery();
                return rows.next() ? rows.getInt(1) : 0;
            }
        } finally {
            pool.releaseConnection(connection);
        }
    }

    int allTogetherOk() throws SQLException {
        Connection connection = null;
        ResultSet rows = null;
        try {
            connection = pool.acquireConnection();
            rows = connection.getMetaData().getTables(null, null, "basket", null);
            return rows.next() ? 1 : 0;
        } finally {
            pool.release(connection, rows);
        }
    }
}
