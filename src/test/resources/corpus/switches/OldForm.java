package corpus.switches;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** switch with fall-through. */
final class OldForm {
    void everyCaseClosesOk(Connection connection, int mode) throws SQLException {
        Statement statement = connection.createStatement();
        switch (mode) {
            case 0:
                System.out.println("none");
            case 1:
                statement.close();
                break;
            default:
                statement.close();
        }
    }

    void oneCaseForgetsBad(Connection connection, int mode) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
        switch (mode) {
            case 0:
                System.out.println("none");
                break;
            case 1:
            default:
                statement.close();
        }
    }

    void noDefaultBad(Connection connection, int mode) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
        switch (mode) {
            case 0:
                statement.close();
                break;
            case 1:
                statement.close();
                break;
        }
    }

    int caseReturnsBad(Connection connection, String mode) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-path
        switch (mode) {
            case "dry":
                return 0;
            default:
                System.out.println("wet");
        }
        statement.close();
        return 1;
    }
}
