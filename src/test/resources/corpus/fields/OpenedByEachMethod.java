package corpus.fields;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A field that each method opens and closes for itself is nobody else's to clean up. */
final class OpenedByEachMethod {
    private final String url;
    private Connection connection;

    OpenedByEachMethod(String url) {
        this.url = url;
    }

    void readBad() throws SQLException {
        connection = DriverManager.getConnection(url); // LEAK: not-closed-on-exception
        connection.setReadOnly(true);
        connection.close();
    }

    void writeBad() {
        try {
            connection = DriverManager.getConnection(url); // LEAK: not-closed-on-exception
            connection.setAutoCommit(true);
            connection.close();
        } catch (SQLException e) {
            System.err.println(e);
        }
    }
}

/** Somebody closes what was left over. */
final class OpenedByOneMethod {
    private final String url;
    private Connection connection;

    OpenedByOneMethod(String url) {
        this.url = url;
    }

    void readOk() {
        try {
            connection = DriverManager.getConnection(url);
            connection.setReadOnly(true);
            connection.close();
        } catch (SQLException e) {
            System.err.println(e);
        }
    }

    void stopOk() throws SQLException {
        connection.close();
    }
}

/** What stays open where nothing fails is meant to. */
final class KeptUnlessRefused {
    private final String url;
    private Connection connection;

    KeptUnlessRefused(String url) {
        this.url = url;
    }

    void connectOk() {
        try {
            connection = DriverManager.getConnection(url);
            connection.setReadOnly(true);
            if (!connection.isValid(1)) {
                connection.close();
            }
        } catch (SQLException e) {
            System.err.println(e);
        }
    }
}
