package corpus.switches;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** switch as an expression, with yield. */
final class Expressions {
    enum Mode {
        DRY,
        WET
    }

    int yieldsOk(Connection connection, Mode mode) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            return switch (mode) {
                case DRY -> 0;
                case WET -> {
                    int rows = statement.executeUpdate("DELETE FROM basket");
                    yield rows;
                }
            };
        } finally {
            statement.close();
        }
    }

    int yieldsBeforeCloseBad(Connection connection, Mode mode) throws SQLException {
        int rows = switch (mode) {
            case DRY -> 0;
            case WET -> {
                Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
                if (mode.name().isEmpty()) {
                    yield 7;
                }
                statement.close();
                yield 1;
            }
        };
        return rows;
    }

    int choosesSourceOk(DataSource first, DataSource second, Mode mode) throws SQLException {
        Connection connection = switch (mode) {
            case DRY -> first.getConnection();
            case WET -> second.getConnection();
        };
        try {
            return connection.getHoldability();
        } finally {
            connection.close();
        }
    }

    int choosesSourceBad(DataSource first, DataSource second, Mode mode) throws SQLException {
        Connection connection = switch (mode) {
            case DRY -> first.getConnection(); // LEAK: not-closed-on-exception
            case WET -> second.getConnection(); // LEAK: not-closed-on-exception
        };
        int holdability = connection.getHoldability();
        connection.close();
        return holdability;
    }
}
