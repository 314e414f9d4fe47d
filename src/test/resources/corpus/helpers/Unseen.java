package corpus.helpers;

import java.sql.PreparedStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Code that can't be seen is judged by its name. */
final class Unseen {
    interface Printer {
        void print(ResultSet rows) throws SQLException;
    }

    interface Cleaner {
        void closeQuietly(ResultSet rows);
    }

    void printedBad(Statement statement, Printer printer) throws SQLException {
        ResultSet rows = statement.executeQuery("SELECT 1"); // LEAK: never-closed possible
        printer.print(rows);
    }

    void closedByNameOk(Statement statement, Printer printer, Cleaner cleaner) throws SQLException {
        ResultSet rows = statement.executeQuery("SELECT 1");
        try {
            printer.print(rows);
        } finally {
            cleaner.closeQuietly(rows);
        }
    }

    void printedThenClosedOk(Statement statement, Printer printer) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1")) {
            printer.print(rows);
        }
    }

    /** Methods of a superclass: a setter keeps what it gets last, and fills what it gets before that. */
    static final class Inherited extends UnseenDao {
        void filledBad(Connection connection, Object... values) throws SQLException {
            PreparedStatement statement = connection.prepareStatement("INSERT INTO city VALUES (?, ?)"); // LEAK: never-closed possible
            setValues(statement, values);
            statement.executeUpdate();
        }

        void keptOk(Connection connection) throws SQLException {
            PreparedStatement statement = connection.prepareStatement("INSERT INTO city VALUES (?, ?)");
            setInsertion(statement);
        }

        void keptUnderANameOk(Connection connection) throws SQLException {
            PreparedStatement statement = connection.prepareStatement("INSERT INTO city VALUES (?, ?)");
            setAttribute("insertion", statement);
        }
    }
}
