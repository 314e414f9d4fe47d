package corpus.factories;

import javax.sql.DataSource;
import java.sql.ResultSet;
import java.sql.DatabaseMetaData;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import shop.unseen.Context;

/** What makes statements need not be a connection. */
final class AsksAFactory {
    private final Context context;

    AsksAFactory(Context context) {
        this.context = context;
    }

    Statement wrappedOk(Connection connection) throws SQLException {
        return context.source().getStatementFactory().createStatement(this, connection);
    }

    int countBad() throws SQLException {
        Statement statement = context.source().getConnection().createStatement(); // LEAK: not-closed-on-exception
        int count = statement.executeUpdate("DELETE FROM basket");
        statement.close();
        return count;
    }

    int sourceOfAGetterBad(String sql) throws SQLException {
        Connection connection = context.shop().getDataSource().getConnection(); // LEAK: never-closed possible
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    int sourceOfAGetterOk(String sql) throws SQLException {
        try (Connection connection = context.shop().getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    int currentOfAGetterOk(String sql) throws SQLException {
        Connection connection = context.getRequest().getConnection();
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    int rowsOfAMetaDataBad(DatabaseMetaData facts) throws SQLException {
        ResultSet rows = context.getRows(facts, "basket"); // LEAK: never-closed possible
        return rows.next() ? 1 : 0;
    }

    int statementOfAGetterBad(Connection connection) throws SQLException {
        Statement statement = context.getStatement(connection, "basket"); // LEAK: never-closed possible
        return statement.getUpdateCount();
    }

    int goesWithItsConnectionOk(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Statement statement = context.getStatement(connection, "basket");
            int count = statement.getUpdateCount();
            statement.close();
            return count;
        }
    }

    int executedElsewhereBad() throws SQLException {
        ResultSet rows = context.exec("SELECT 1 FROM basket"); // LEAK: never-closed possible
        return rows.next() ? 1 : 0;
    }
}
