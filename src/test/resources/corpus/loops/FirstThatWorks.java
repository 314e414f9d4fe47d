package corpus.loops;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The first acquisition that works is kept. */
final class FirstThatWorks {
    Connection firstOk(List<DataSource> pools) throws SQLException {
        SQLException last = null;
        for (DataSource pool : pools) {
            try {
                return pool.getConnection();
            } catch (SQLException e) {
                last = e;
            }
        }
        throw last == null ? new SQLException("no pool") : last;
    }

    Connection firstValidBad(List<DataSource> pools) throws SQLException {
        for (DataSource pool : pools) {
            Connection connection = pool.getConnection(); // LEAK: not-closed-on-path
            if (connection.isValid(1)) {
                return connection;
            }
        }
        throw new SQLException("no pool");
    }
}
