package corpus.summaries;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;

/** Varargs closers written in ways other than a plain loop. */
final class VarargsOfHouse {
    private static void closeByIndex(AutoCloseable... all) {
        for (int i = all.length - 1; i >= 0; i--) {
            closeOne(all[i]);
        }
    }

    private static void closeByStream(AutoCloseable... all) {
        Arrays.stream(all).filter(Objects::nonNull).forEach(VarargsOfHouse::closeOne);
    }

    private static void closeFirst(AutoCloseable... all) {
        if (all.length > 0) {
            closeOne(all[0]);
        }
    }

    private static void closeOne(AutoCloseable closeable) {
        if (closeable == null) {
            return;
        }
        try {
            closeable.close();
        } catch (Exception e) {
            System.err.println(e);
        }
    }

    int byIndexOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        ResultSet rows = null;
        try {
            rows = statement.executeQuery("SELECT 1");
            return rows.next() ? 1 : 0;
        } finally {
            closeByIndex(statement, rows);
        }
    }

    int byStreamOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            return statement.executeUpdate("DELETE FROM visits");
        } finally {
            closeByStream(statement);
        }
    }

    int byArrayOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            return statement.executeUpdate("DELETE FROM visits");
        } finally {
            closeByIndex(new AutoCloseable[] {statement});
        }
    }

    int onlyTheFirstBad(Connection first, Connection second) throws SQLException {
        Statement one = first.createStatement(); // LEAK: not-closed-on-exception
        Statement two = second.createStatement(); // FN: never-closed
        try {
            return one.executeUpdate("DELETE FROM visits") + two.executeUpdate("DELETE FROM visits");
        } finally {
            closeFirst(one, two);
        }
    }
}
