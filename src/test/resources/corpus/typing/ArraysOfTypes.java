package corpus.typing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** What comes out of arrays and maps has their element type. */
final class ArraysOfTypes {
    int arrayBad(DataSource[] pools) throws SQLException {
        Connection connection = pools[0].getConnection(); // LEAK: never-closed
        return connection.getHoldability();
    }

    int mapBad(Map<String, DataSource> pools) throws SQLException {
        Connection connection = pools.get("main").getConnection(); // LEAK: never-closed
        return connection.getHoldability();
    }

    int eachBad(Map<String, DataSource> pools) throws SQLException {
        int sum = 0;
        for (DataSource pool : pools.values()) {
            Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
            sum += connection.getHoldability();
            connection.close();
        }
        return sum;
    }

    void borrowedElementsOk(Connection[] connections) throws SQLException {
        for (Connection connection : connections) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("VACUUM");
            }
        }
    }

    int entriesBad(Map<String, DataSource> pools) throws SQLException {
        int sum = 0;
        for (Map.Entry<String, DataSource> entry : pools.entrySet()) {
            sum += entry.getValue().getConnection().getHoldability(); // LEAK: temporary-never-closed
        }
        return sum;
    }
}
