package corpus.factories;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import shop.Central;
import shop.Plugin;
import shop.ShopPool;

/** A connection comes from a pool even where the pool is a field of another object, or the only one of its class. */
final class PoolOfSomebodyElse {
    private Plugin plugin;

    void fieldOfAnotherBad() {
        Connection connection = plugin.pool.getConnection(); // LEAK: never-closed possible
        Statement statement = null;
        try {
            statement = connection.createStatement();
            statement.execute("delete from baskets");
        } catch (SQLException e) {
            System.err.println(e);
        } finally {
            close(statement);
        }
    }

    void onlyOneBad() throws SQLException {
        Connection connection = ShopPool.getInstance().getConnection(); // LEAK: never-closed possible
        connection.setAutoCommit(false);
    }

    void constantBad() throws SQLException {
        Connection connection = ShopPool.INSTANCE.getConnection(); // LEAK: never-closed possible
        connection.setAutoCommit(false);
    }

    void onlyOneOk() throws SQLException {
        try (Connection connection = ShopPool.getInstance().getConnection()) {
            connection.setAutoCommit(false);
        }
    }

    void sharedOk() throws SQLException {
        Connection connection = Central.getInstance().getConnection();
        connection.setAutoCommit(false);
    }

    private static void close(Statement statement) {
        try {
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException e) {
            System.err.println(e);
        }
    }
}
