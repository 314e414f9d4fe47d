package corpus.standins;

import static org.mockito.Mockito.mock;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A source around a mock hands out what the mock does. */
final class MockedSources {
    void aroundAMockOk() throws SQLException {
        DataSource inner = mock(DataSource.class);
        Around source = new Around(inner);
        Connection connection = source.getConnection();
        connection.getCatalog();
    }

    void aroundARealOneBad(DataSource pool) throws SQLException {
        Around source = new Around(pool);
        Connection connection = source.getConnection(); // LEAK: never-closed
        connection.getCatalog();
    }

    static final class Around {
        private final DataSource inner;

        Around(DataSource inner) {
            this.inner = inner;
        }

        Connection getConnection() throws SQLException {
            return inner.getConnection();
        }
    }
}
