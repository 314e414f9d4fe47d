package corpus.standins;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Telling a mock what to answer opens nothing. */
final class Mocks {
    private final ResultSet rows = mock(ResultSet.class);

    PreparedStatement toldOk() throws SQLException {
        PreparedStatement statement = mock(PreparedStatement.class);
        when(statement.executeQuery()).thenReturn(rows);
        return statement;
    }

    void toldTheOtherWayOk(Connection connection, PreparedStatement statement) throws SQLException {
        doReturn(statement).when(connection).prepareStatement(anyString());
    }

    void askedAboutOk(Connection connection) throws SQLException {
        verify(connection).prepareStatement("SELECT 1");
    }

    void mockedConnectionOk() throws SQLException {
        Connection connection = mock(Connection.class);
        connection.prepareStatement("SELECT 1");
        connection.close();
    }

    void toldBeforeOk(LedgerPool pool) throws SQLException {
        Connection connection = mock(Connection.class);
        when(pool.openConnection()).thenReturn(connection);
        connection = pool.openConnection();
        connection.isValid(1);
    }

    void realOneBad() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:shop"); // LEAK: never-closed
        when(rows.next()).thenReturn(connection.isValid(1));
    }
}
