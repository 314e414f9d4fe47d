package corpus.switches;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** switch with arrows. */
final class ArrowForm {
    enum Mode {
        DRY,
        WET
    }

    void everyCaseClosesOk(Connection connection, int mode) throws SQLException {
        Statement statement = connection.createStatement();
        switch (mode) {
            case 0, 1 -> statement.close();
            default -> {
                System.out.println("other");
                statement.close();
            }
        }
    }

    void oneCaseForgetsBad(Connection connection, Mode mode) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
        switch (mode) {
            case DRY -> System.out.println("dry");
            case WET -> statement.close();
        }
    }

    void oneCaseThrowsBad(Connection connection, Mode mode) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        switch (mode) {
            case DRY -> throw new IllegalStateException("dry");
            case WET -> statement.close();
            default -> statement.close();
        }
    }
}
