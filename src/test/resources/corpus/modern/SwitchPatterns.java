package corpus.modern;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Patterns in switches. */
final class SwitchPatterns {
    sealed interface Source permits Pooled, Given, None {}

    record Pooled(DataSource pool) implements Source {}

    record Given(Connection connection) implements Source {}

    record None() implements Source {}

    static void close(Object resource) throws SQLException {
        switch (resource) {
            case ResultSet rows -> rows.close();
            case Statement statement -> statement.close();
            case Connection connection -> connection.close();
            case null, default -> System.out.println("nothing to close");
        }
    }

    int recordPatternBad(Source source) throws SQLException {
        return switch (source) {
            case Pooled(DataSource pool) -> {
                Connection connection = pool.getConnection(); // LEAK: never-closed
                yield connection.getHoldability();
            }
            case Given(Connection connection) -> connection.getHoldability();
            case None none -> 0;
        };
    }

    int recordPatternOk(Source source) throws SQLException {
        return switch (source) {
            case Pooled(var pool) -> {
                try (Connection connection = pool.getConnection()) {
                    yield connection.getHoldability();
                }
            }
            case Given given when given.connection() != null -> given.connection().getHoldability();
            default -> 0;
        };
    }

    boolean closedBySwitchOk(CallableStatement call) throws SQLException {
        ResultSet rows = call.executeQuery();
        try {
            return rows.next();
        } finally {
            close(rows);
        }
    }
}
