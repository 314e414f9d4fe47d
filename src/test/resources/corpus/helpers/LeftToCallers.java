package corpus.helpers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** A helper leaves open what it opens from something that it is given; its callers close that, and with it all the rest. */
final class RowsLeftToCallers {
    int countOk(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1")) {
            return first(statement);
        }
    }

    int countMoreOk(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT 2");
        try {
            return passedOn(statement);
        } finally {
            statement.close();
        }
    }

    private int passedOn(PreparedStatement statement) throws SQLException {
        return first(statement);
    }

    private int first(PreparedStatement statement) throws SQLException {
        ResultSet rows = statement.executeQuery();
        rows.next();
        return rows.getInt(1);
    }

    int countBad(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT 3"); // LEAK: never-closed
        return firstOfOpenBad(statement);
    }

    int countAndCloseOk(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 4")) {
            return firstOfOpenBad(statement);
        }
    }

    private int firstOfOpenBad(PreparedStatement statement) throws SQLException {
        ResultSet rows = statement.executeQuery(); // LEAK: never-closed
        rows.next();
        return rows.getInt(1);
    }
}

/** The same with statements in an array, and with rows of each of them. */
final class RowsOfManyLeftToCallers {
    void allOk(Connection connection, String[] queries) throws SQLException {
        PreparedStatement[] statements = new PreparedStatement[queries.length];
        try {
            for (int i = 0; i < queries.length; i++) {
                statements[i] = connection.prepareStatement(queries[i]);
            }
            print(statements);
        } finally {
            for (PreparedStatement statement : statements) {
                statement.close();
            }
        }
    }

    private void print(PreparedStatement[] statements) throws SQLException {
        for (int i = 0; i < statements.length; i++) {
            ResultSet rows = statements[i].executeQuery();
            rows.next();
            System.out.println(rows.getString(1));
        }
    }

    void oneBad(Connection connection) throws SQLException {
        Statement[] statements = {connection.createStatement()}; // LEAK: never-closed possible
        printFirstBad(statements);
    }

    private void printFirstBad(Statement[] statements) throws SQLException {
        ResultSet rows = statements[0].executeQuery("SELECT 1"); // LEAK: never-closed
        rows.next();
        System.out.println(rows.getString(1));
    }
}

/** A connection closes its statements; one of a pool may do so much later. */
final class StatementsLeftToCallers {
    void withItsOwnOk(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            change(connection);
        }
    }

    private void change(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.execute("DELETE FROM basket");
    }

    void withOneOfAPoolOk(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            changeByPoolBad(connection);
        }
    }

    private void changeByPoolBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed possible
        statement.execute("DELETE FROM basket");
    }

    void withOneOfItsCallerOk(Connection connection) throws SQLException {
        changeOfCallerBad(connection);
    }

    private void changeOfCallerBad(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        statement.execute("DELETE FROM basket");
    }

    void manyOk(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            changeManyBad(connection);
        }
    }

    private void changeManyBad(Connection connection) throws SQLException {
        for (int i = 0; i < 1000; i++) {
            Statement statement = connection.createStatement(); // LEAK: never-closed possible
            statement.execute("DELETE FROM basket WHERE id = " + i);
        }
    }
}

/** Others may call a method that is not private: what its callers here do does not say what those do. */
class LeftToCallersElsewhere {
    int countOk(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1")) {
            return firstBad(statement);
        }
    }

    int firstBad(PreparedStatement statement) throws SQLException {
        ResultSet rows = statement.executeQuery(); // LEAK: never-closed possible
        rows.next();
        return rows.getInt(1);
    }

    int firstOfNobodysBad(PreparedStatement statement) throws SQLException {
        ResultSet rows = statement.executeQuery(); // LEAK: never-closed
        rows.next();
        return rows.getInt(1);
    }
}

/** Others may call a method that is handed to them. */
final class LeftToThoseWhoWereToldOfIt {
    void oneOk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            printBad(statement);
        }
    }

    void allOk(List<Statement> statements) {
        statements.forEach(this::printBad);
    }

    private void printBad(Statement statement) {
        try {
            ResultSet rows = statement.executeQuery("SELECT 1"); // LEAK: never-closed possible
            rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
