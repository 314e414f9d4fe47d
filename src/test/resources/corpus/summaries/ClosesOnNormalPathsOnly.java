package corpus.summaries;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A helper that closes what it is given unless it fails before. */
final class ClosesOnNormalPathsOnly {
    private static void write(ResultSet rows, Writer out) throws SQLException, IOException {
        while (rows.next()) {
            out.write(rows.getString(1));
        }
        rows.close();
    }

    private static void writeSafely(ResultSet rows, Writer out) throws SQLException, IOException {
        try {
            while (rows.next()) {
                out.write(rows.getString(1));
            }
        } finally {
            rows.close();
        }
    }

    void exportBad(Statement statement, Writer out) throws SQLException, IOException {
        ResultSet rows = statement.executeQuery("SELECT name FROM users"); // LEAK: not-closed-on-exception
        write(rows, out);
    }

    void exportOk(Statement statement, Writer out) throws SQLException, IOException {
        ResultSet rows = statement.executeQuery("SELECT name FROM users");
        writeSafely(rows, out);
    }

    void exportWithItsStatementOk(Connection connection, Writer out) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            write(statement.executeQuery("SELECT name FROM users"), out);
        }
    }
}
