package corpus.factories;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** A getter that can't be seen hands out something new if most of the class close what they get from it. */
final class ClosedByTheOthers extends UnseenDao {
    private final UnseenSession session;

    ClosedByTheOthers(UnseenSession session) {
        this.session = session;
    }

    void insertOk(String name) throws SQLException {
        try (Connection connection = getConnection();
                PreparedStatement statement = connection.prepareStatement("INSERT INTO city VALUES (?)")) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    void deleteBad(String name) throws SQLException {
        Connection connection = getConnection();
        try {
            connection.createStatement().executeUpdate("DELETE FROM city WHERE name = '" + name + "'"); // LEAK: temporary-never-closed possible
        } finally {
            release(connection);
        }
    }

    void renameBad(String name) throws SQLException {
        Connection connection = getConnection(); // LEAK: never-closed possible
        try (PreparedStatement statement = connection.prepareStatement("UPDATE city SET name = ?")) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    int countBad() throws SQLException {
        try (PreparedStatement statement = getConnection().prepareStatement("SELECT 1")) { // LEAK: temporary-never-closed possible
            return statement.getMaxRows();
        }
    }

    ResultSet openedForTheCallerOk() throws SQLException {
        Connection connection = getConnection();
        return rowsBad(connection);
    }

    private ResultSet rowsBad(Connection connection) throws SQLException {
        return connection.createStatement().executeQuery("SELECT name FROM city"); // LEAK: temporary-never-closed possible
    }

    void sharedOneOk() throws SQLException {
        Connection shared = session.getConnection();
        shared.setAutoCommit(true);
    }

    void sharedAgainOk() throws SQLException {
        Connection shared = session.getConnection();
        shared.commit();
    }

    void sharedOnceMoreOk() throws SQLException {
        Connection shared = session.getConnection();
        shared.rollback();
    }

    void endOk() throws SQLException {
        session.getConnection().close();
    }

    void firstOk(List<Future<Connection>> promised) throws SQLException, ExecutionException, InterruptedException {
        try (Connection connection = promised.get(0).get()) {
            connection.commit();
        }
    }

    void twoOfWhichOneStaysOpenBad(String name) throws SQLException {
        Connection first = getConnection(); // LEAK: never-closed possible
        first.setReadOnly(true);
        try (Connection second = getConnection()) {
            second.setCatalog(name);
        }
    }
}
