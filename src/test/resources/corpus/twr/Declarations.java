package corpus.twr;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** try-with-resources closes what it declares, in whatever way it is left. */
final class Declarations {
    int threeOk(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM basket")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    int thrownInsideOk(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            if (connection.isReadOnly()) {
                throw new IllegalStateException("read-only");
            }
            return connection.getHoldability();
        }
    }

    int withCatchAndFinallyOk(DataSource pool) {
        try (Connection connection = pool.getConnection()) {
            return connection.getHoldability();
        } catch (SQLException e) {
            return -1;
        } finally {
            System.out.println("done");
        }
    }

    void anotherInsideBad(DataSource pool, Connection other) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Statement statement = other.createStatement(); // LEAK: never-closed
            statement.executeUpdate("DELETE FROM basket WHERE catalog = '" + connection.getCatalog() + "'");
        }
    }
}
