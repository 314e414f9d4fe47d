package corpus.language;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Enums whose constants have bodies. */
enum EnumsWithMethods {
    QUICK {
        @Override
        int runBad(DataSource pool) throws SQLException {
            Connection connection = pool.getConnection(); // LEAK: never-closed
            return connection.getHoldability();
        }
    },
    SLOW {
        @Override
        int runBad(DataSource pool) throws SQLException {
            Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
            int holdability = connection.getHoldability();
            connection.close();
            return holdability;
        }
    };

    abstract int runBad(DataSource pool) throws SQLException;
}
