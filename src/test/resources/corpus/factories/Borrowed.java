package corpus.factories;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Getters hand out what they keep: it is not the caller's to close. */
final class Borrowed {
    private final Connection connection;

    Borrowed(Connection connection) {
        this.connection = connection;
    }

    private Connection getConnection() {
        return connection;
    }

    Connection current() {
        return this.connection;
    }

    int getterOk() throws SQLException {
        Connection mine = getConnection();
        return mine.getHoldability();
    }

    int qualifiedGetterOk() throws SQLException {
        return this.getConnection().getHoldability() + current().getHoldability();
    }

    int statementOfABorrowedOneBad() throws SQLException {
        Statement statement = getConnection().createStatement(); // LEAK: never-closed
        return statement.executeUpdate("DELETE FROM basket");
    }
}
