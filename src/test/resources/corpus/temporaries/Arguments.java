package corpus.temporaries;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Acquired in an argument list and lost there. */
final class Arguments {
    void printedBad(DataSource pool) throws SQLException {
        System.out.println(pool.getConnection()); // LEAK: temporary-never-closed
    }

    String describedBad(DataSource pool) throws SQLException {
        return "catalog " + catalog(pool.getConnection()); // LEAK: temporary-never-closed
    }

    void handedToACloserOk(DataSource pool) throws SQLException {
        closeIt(pool.getConnection());
    }

    private static String catalog(Connection connection) throws SQLException {
        return connection.getCatalog();
    }

    private static void closeIt(Connection connection) throws SQLException {
        connection.close();
    }
}
