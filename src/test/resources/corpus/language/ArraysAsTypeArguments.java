package corpus.language;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Anonymous classes, and plain creations, of types whose arguments are arrays. */
final class ArraysAsTypeArguments {
    interface Mapper<T> {
        T map(ResultSet rows) throws SQLException;
    }

    static <T> T first(Connection connection, Mapper<T> mapper) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1 from shop")) {
            return rows.next() ? mapper.map(rows) : null;
        }
    }

    static String[] namesOk(Connection connection) throws SQLException {
        return first(connection, new Mapper<String[]>() {
            @Override
            public String[] map(ResultSet rows) throws SQLException {
                return new String[] {rows.getString(1)};
            }
        });
    }

    static Map<String, List<int[]>> pricesBad(Connection connection) throws SQLException {
        Map<String, List<int[]>> prices = new HashMap<String, List<int[]>>() {
            @Override
            public List<int[]> get(Object name) {
                return List.of();
            }
        };
        PreparedStatement statement = connection.prepareStatement("select name from shop"); // LEAK: never-closed
        prices.put(statement.toString(), List.of());
        return prices;
    }

    static Map<String, int[][]> stockOk(Connection connection) throws SQLException {
        Map<String, int[][]> stock = new HashMap<String, int[][]>();
        try (PreparedStatement statement = connection.prepareStatement("select name from stock")) {
            stock.put(statement.toString(), new int[][] {{1}});
        }
        return stock;
    }
}
