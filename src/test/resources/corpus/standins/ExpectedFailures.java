package corpus.standins;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import junit.framework.TestCase;

/** What a test expects to fail, or not to be there, opens nothing; an assertion of the house ends the test when it fails. */
final class ExpectedFailures extends HouseTest {
    private HouseDriver driver;
    private Connection own;

    void refusedOk() {
        assertThrows(SQLException.class, () -> driver.connect("jdbc:other:"));
    }

    void refusedInABlockOk() {
        assertThrows(SQLException.class, () -> {
            driver.connect("jdbc:other:");
        });
    }

    void failsLaterBad() {
        assertThrows(SQLException.class, () -> {
            Connection connection = driver.connect("jdbc:h2:mem:"); // LEAK: never-closed
            connection.setCatalog("none");
        });
    }

    void absentOk() throws SQLException {
        assertNull(driver.connect(null));
    }

    void thereBad() throws SQLException {
        driver.connect("jdbc:h2:mem:"); // LEAK: temporary-never-closed
    }

    void assertedByTheHouseOk(Statement statement) throws SQLException {
        ResultSet rows = statement.executeQuery("SELECT name FROM city");
        assertRows(rows);
        rows.close();
    }

    void readByTheHouseBad(Statement statement) throws SQLException {
        ResultSet rows = statement.executeQuery("SELECT name FROM city"); // LEAK: not-closed-on-exception
        readRows(rows);
        rows.close();
    }

    private static void assertRows(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            throw new AssertionError("no rows");
        }
    }

    private static void readRows(ResultSet rows) throws SQLException {
        rows.next();
    }

    @Override
    protected void tearDown() throws Exception {
        super.tearDown();
        own.close();
    }
}

/** What the tests of the house extend. */
class HouseTest extends TestCase {}

/** Connects, or answers that the address is not its own. */
final class HouseDriver {
    Connection connect(String address) throws SQLException {
        if (address == null) {
            return null;
        }
        return DriverManager.getConnection(address);
    }
}
