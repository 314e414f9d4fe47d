package corpus.fields;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One connection for the whole program. */
final class StaticField {
    static final class KeptBad {
        private static Connection connection;

        static Connection get() throws SQLException {
            if (connection == null) {
                connection = DriverManager.getConnection("jdbc:h2:mem:shop"); // FN: field-never-closed possible
            }
            return connection;
        }
    }

    static final class ClosedOk {
        private static Connection connection;

        static synchronized void start() throws SQLException {
            connection = DriverManager.getConnection("jdbc:h2:mem:shop");
        }

        static synchronized void stop() throws SQLException {
            connection.close();
        }
    }
}
