package corpus.helpers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A helper that only refuses wrong arguments does not fail for what was opened. */
final class NullGuards {
    private static boolean closed;

    static void shutdown() {
        closed = true;
    }

    record Named(Statement statement, String name) {}

    private static Named named(Statement statement, String name) {
        if (statement == null) {
            throw new IllegalArgumentException("no statement");
        }
        return new Named(statement, name);
    }

    private static Named numbered(Statement statement, int number) {
        if (number < 0) {
            throw new IllegalArgumentException("negative");
        }
        if (closed) {
            throw new IllegalStateException("closed");
        }
        return new Named(statement, "n" + number);
    }

    Named wrappedOk(Connection connection) throws SQLException {
        return named(connection.createStatement(), "all");
    }

    private static String kind(int number) {
        return switch (number) {
            case 0 -> "zero";
            case 1 -> "one";
            default -> throw new AssertionError(number);
        };
    }

    Named namedAfterItsKindOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        return new Named(statement, kind(1));
    }

    Named refusedForAnotherReasonBad(Connection connection, int number) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception possible
        return numbered(statement, number);
    }
}
