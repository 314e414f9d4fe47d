package corpus.paths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Assertion helpers throw when a test fails, which is the end of it; what they are given may throw as well. */
final class Assertions {
    private DataSource pool;

    @Test
    void closedOk() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertNotNull(connection.getCatalog());
        }
    }

    @Test
    void assertedBeforeCloseBad() throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        assertEquals("shop", connection.getCatalog());
        connection.close();
    }

    @Test
    void expectedExceptionOk(Statement statement) {
        try {
            ResultSet rows = statement.executeQuery("SELECT nonsense");
            fail("rows: " + rows);
        } catch (SQLException expected) {
            assertNotNull(expected.getMessage());
        }
    }
}
