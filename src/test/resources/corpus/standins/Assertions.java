package corpus.standins;

import static org.junit.Assert.fail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.notNullValue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import junit.framework.TestCase;
import javax.sql.DataSource;
import org.hamcrest.MatcherAssert;

/** A test whose assertion fails is over: what stays open then is no leak that anybody mends, what a passing test leaves open is. */
final class AssertionsTest {
    void assertionBeforeTheCloseOk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (id INT)");
        }
        Statement kept = another(connection);
        assertEquals(3, names().size());
        kept.close();
    }

    private static Statement another(Connection connection) {
        try {
            return connection.createStatement();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void chainedAssertionBeforeTheCloseOk(Connection connection) {
        Statement statement = another(connection);
        assertThat(names()).containsExactlyInAnyOrder("a", "b");
        quietly(statement);
    }

    void refusedRowsOk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet rows = null;
            try {
                rows = statement.executeQuery("SELECT nothing");
                fail("there is no such column");
            } catch (SQLException expected) {
                assertEquals("42S22", expected.getSQLState());
            }
        }
    }

    void refusedStatementOk(Connection connection) {
        try {
            connection.prepareStatement("SELECT nothing");
            fail("there is no such column");
        } catch (SQLException expected) {
            assertEquals("42S22", expected.getSQLState());
        }
    }

    void passesAndForgetsBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        assertEquals(0, statement.getMaxRows());
    }

    void queryBeforeTheCloseBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        assertEquals(1, statement.executeUpdate("DELETE FROM t"));
        statement.close();
    }

    private static java.util.List<String> names() {
        return java.util.List.of("a", "b");
    }

    private static void quietly(Statement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

/** The same of a class that inherits the assertions. */
final class OldAssertionsTest extends TestCase {
    void refusedStatementOk(Connection connection) {
        try {
            connection.prepareStatement("SELECT nothing");
            fail("there is no such column");
        } catch (SQLException expected) {
            assertEquals("42S22", expected.getSQLState());
        }
    }

    void acceptedStatementBad(Connection connection) {
        try {
            connection.prepareStatement("SELECT nothing"); // LEAK: temporary-never-closed
            debug("there is such a column");
        } catch (SQLException expected) {
            assertEquals("42S22", expected.getSQLState());
        }
    }

    private void debug(String text) {
        System.out.println(text);
    }

    void matchedOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        MatcherAssert.assertThat(connection, is(notNullValue()));
        connection.close();
    }
}
