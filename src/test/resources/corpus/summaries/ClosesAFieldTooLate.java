package corpus.summaries;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A field that is opened, used and closed by one method, which does not get to closing it when something fails. */
final class ClosesAFieldTooLate {
    private final DataSource pool;
    private Connection connection;

    ClosesAFieldTooLate(DataSource pool) {
        this.pool = pool;
    }

    void runBad() throws SQLException {
        connection = pool.getConnection(); // FN: not-closed-on-exception
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
        }
        connection.close();
    }
}
