package corpus.helpers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Code that can't be seen and makes something of the same kind of what it is given wraps it. */
final class MadeByAFactory {
    interface Tracing {
        ResultSet traced(Statement owner, ResultSet rows);

        Connection createTraced(Connection connection);

        int count(ResultSet rows) throws SQLException;
    }

    private final Tracing tracing;

    MadeByAFactory(Tracing tracing) {
        this.tracing = tracing;
    }

    ResultSet handedOutOk(Statement statement) throws SQLException {
        return trace(statement, statement.executeQuery("SELECT 1"));
    }

    private ResultSet trace(Statement statement, ResultSet rows) {
        return tracing.traced(statement, rows);
    }

    void closedThroughTheWrapperOk(javax.sql.DataSource pool) throws SQLException {
        Connection connection = tracing.createTraced(pool.getConnection());
        connection.close();
    }

    int nothingIsMadeOfItBad(Statement statement) throws SQLException {
        return count(statement.executeQuery("SELECT 1")); // LEAK: temporary-never-closed possible
    }

    private int count(ResultSet rows) throws SQLException {
        return tracing.count(rows);
    }

    Shown wrappingCanNotFailOk(Statement statement) throws SQLException {
        ResultSet rows = statement.executeQuery("SELECT 1");
        return onlyDeclaresIt(rows);
    }

    private Shown onlyDeclaresIt(ResultSet rows) throws SQLException {
        return new Shown(rows);
    }

    static final class Shown {
        private final ResultSet rows;

        Shown(ResultSet rows) {
            this.rows = rows;
        }

        void close() throws SQLException {
            rows.close();
        }
    }
}
