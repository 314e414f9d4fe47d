package corpus.summaries;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;

/** Lambdas and method references that are given what a template opened. */
final class HandedToATemplate {
    interface Action {
        void on(Connection connection) throws SQLException;
    }

    private static void with(DataSource pool, Action action) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            action.on(connection);
        } finally {
            connection.close();
        }
    }

    private static void withForgotten(DataSource pool, Action action) throws SQLException {
        forwardBad(pool, action);
    }

    private static void forwardBad(DataSource pool, Action action) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        action.on(connection);
        connection.close();
    }

    private static void purge(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM visits");
        }
    }

    void referenceOk(DataSource pool) throws SQLException {
        with(pool, HandedToATemplate::purge);
        withForgotten(pool, HandedToATemplate::purge);
    }

    void lambdaBad(DataSource pool) throws SQLException {
        with(pool, connection -> {
            Connection second = pool.getConnection(); // LEAK: never-closed
            second.getCatalog();
        });
    }

    /** Not every pool closes the statement with the connection; the rows go with either. */
    void leftToTheConnectionBad(DataSource pool) throws SQLException {
        with(pool, connection -> {
            Statement statement = connection.createStatement(); // LEAK: never-closed possible
            ResultSet rows = statement.executeQuery("SELECT 1");
            rows.next();
        });
    }

    <T> T mappedOk(Connection connection, Function<ResultSet, T> mapper) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1")) {
            return mapper.apply(rows);
        }
    }
}
