package shop;

import java.sql.SQLException;
import java.sql.Statement;

/** The stock's closer closes. */
public final class Closer {
    private Closer() {}

    public static void finish(Statement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            System.err.println(e);
        }
    }
}
