package corpus.exits;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The end of the program closes everything. */
final class SystemExit {
    void exitOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        if (connection == null) {
            System.exit(1);
        }
        System.exit(0);
    }

    int exitOnOnePathOk(Connection connection, boolean fatal) throws SQLException {
        Statement statement = connection.createStatement();
        if (fatal) {
            System.exit(2);
        }
        statement.close();
        return 0;
    }

    int haltOk(Connection connection, boolean fatal) throws SQLException {
        Statement statement = connection.createStatement();
        if (fatal) {
            Runtime.getRuntime().halt(2);
        }
        statement.close();
        return 0;
    }
}
