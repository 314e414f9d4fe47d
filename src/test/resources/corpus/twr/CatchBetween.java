package corpus.twr;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The head may throw half-way: what was opened before is closed, and the handler sees nothing open. */
final class CatchBetween {
    int handledOk(DataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate("DELETE FROM basket");
        } catch (SQLException e) {
            System.err.println(e);
            return 0;
        }
    }

    int openedAgainInTheHandlerBad(DataSource pool, DataSource spare) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.getHoldability();
        } catch (SQLException e) {
            Connection second = spare.getConnection(); // LEAK: not-closed-on-exception
            int holdability = second.getHoldability();
            second.close();
            return holdability;
        }
    }
}
