package corpus.trycatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A close at the end of the method is reached only if nothing throws. */
final class CloseAtTheEnd {
    void closedAfterUseBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        statement.executeUpdate("DELETE FROM basket");
        statement.close();
    }

    void closedAtOnceOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.close();
    }

    void nothingThrowsInBetweenOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        String note = "opened " + statement;
        System.out.println(note.trim());
        statement.close();
    }

    void neverBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        statement.executeUpdate("DELETE FROM basket");
    }

    void acquisitionThatThrowsHoldsNothingOk(DataSource pool) throws SQLException {
        pool.getConnection().close();
    }
}
