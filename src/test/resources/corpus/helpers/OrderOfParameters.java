package corpus.helpers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Only the parameter that is closed is released. */
final class OrderOfParameters {
    private static void move(Statement from, Statement to) throws SQLException {
        try {
            to.setFetchSize(from.getFetchSize());
        } finally {
            from.close();
        }
    }

    void bothClosedOk(Connection connection) throws SQLException {
        try (Statement to = connection.createStatement()) {
            Statement from = connection.createStatement();
            move(from, to);
        }
    }

    void wrongWayRoundBad(Connection connection) throws SQLException {
        Statement from = connection.createStatement(); // LEAK: not-closed-on-exception
        Statement to = connection.createStatement(); // LEAK: never-closed
        move(from, to);
    }
}
