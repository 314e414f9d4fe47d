package corpus.standins;

import static org.mockito.Mockito.mock;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mockito.Mock;

/** Fields that a test fills with mocks. */
final class MockedFields {
    @Mock
    private DataSource annotated;

    private DataSource filled;
    private DataSource real;

    void setUp(DataSource given) {
        filled = mock(DataSource.class);
        real = given;
    }

    boolean annotatedOk() throws SQLException {
        return annotated.getConnection().isValid(1);
    }

    boolean filledOk() throws SQLException {
        return filled.getConnection().isValid(1);
    }

    boolean realBad() throws SQLException {
        return real.getConnection().isValid(1); // LEAK: temporary-never-closed
    }

    boolean besideMocksBad() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:shop"); // LEAK: never-closed
        return connection.isValid(1);
    }
}
