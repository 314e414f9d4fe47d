package corpus.conditions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The condition that decides whether the connection is ours is not forgotten among those that decide nothing. */
final class AmongManyOthers {
    interface Transaction {
        Connection connection();
    }

    private final DataSource pool;

    AmongManyOthers(DataSource pool) {
        this.pool = pool;
    }

    private static String text(boolean a, boolean b, boolean c, boolean d, boolean e, boolean f) {
        StringBuilder text = new StringBuilder("SELECT");
        if (a) {
            text.append(" a");
        }
        if (b) {
            text.append(" b");
        }
        return text.append(c || d || e || f).toString();
    }

    int oursOrTheirsOk(Transaction running, boolean a, boolean b, boolean c, boolean d, boolean e, boolean f)
            throws SQLException {
        Connection connection = null;
        PreparedStatement statement = null;
        ResultSet rows = null;
        int found = 0;
        try {
            connection = running != null ? running.connection() : pool.getConnection();
            statement = connection.prepareStatement(text(a, b, c, d, e, f));
            int index = 1;
            if (a) {
                statement.setInt(index++, 1);
            }
            if (b) {
                statement.setInt(index++, 2);
            }
            if (c) {
                statement.setInt(index++, 3);
            }
            if (d) {
                statement.setInt(index++, 4);
            }
            if (e) {
                statement.setInt(index++, 5);
            }
            if (f) {
                statement.setInt(index++, 6);
            }
            rows = statement.executeQuery();
            while (rows.next()) {
                found += (a ? 1 : 0) + (b ? 1 : 0) + (c ? 1 : 0) + (d ? 1 : 0) + (e ? 1 : 0) + (f ? 1 : 0);
            }
            return found;
        } finally {
            closeQuietly(rows);
            closeQuietly(statement);
            if (running == null && connection != null) {
                connection.close();
            }
        }
    }

    int givenUpOnOnePathBad(Transaction running, boolean a, boolean b, boolean c, boolean d, boolean e, boolean f)
            throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-path
        PreparedStatement statement = connection.prepareStatement(text(a, b, c, d, e, f));
        try {
            if (a) {
                statement.setInt(1, 1);
            }
            if (b) {
                statement.setInt(2, 2);
            }
            if (c) {
                statement.setInt(3, 3);
            }
            if (d) {
                statement.setInt(4, 4);
            }
            if (e) {
                statement.setInt(5, 5);
            }
            return statement.executeUpdate() + (a ? 1 : 0) + (b ? 1 : 0) + (c ? 1 : 0) + (d ? 1 : 0) + (e ? 1 : 0);
        } finally {
            closeQuietly(statement);
            if (running != null) {
                connection.close();
            }
        }
    }

    int parentInATryOk(boolean a, boolean b, boolean c, boolean d, boolean e, boolean f) throws SQLException {
        int found = 0;
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(text(a, b, c, d, e, f))) {
            if (a) {
                statement.setInt(1, 1);
            }
            if (b) {
                statement.setInt(2, 2);
            }
            if (c) {
                statement.setInt(3, 3);
            }
            if (d) {
                statement.setInt(4, 4);
            }
            if (e) {
                statement.setInt(5, 5);
            }
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                found += (a ? 1 : 0) + (b ? 1 : 0) + (c ? 1 : 0) + (d ? 1 : 0) + (e ? 1 : 0) + (f ? 1 : 0);
            }
        }
        return found;
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Exception e) {
            System.err.println(e.getMessage());
        }
    }
}
