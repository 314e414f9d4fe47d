package corpus.ownership;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What is put into a local collection belongs to whoever empties it. */
final class MapsAndLists {
    void closedByALoopOverValuesOk(Map<String, DataSource> pools) throws SQLException {
        Map<String, Connection> open = new HashMap<>();
        try {
            for (Map.Entry<String, DataSource> pool : pools.entrySet()) {
                open.put(pool.getKey(), pool.getValue().getConnection());
            }
        } finally {
            for (Connection connection : open.values()) {
                connection.close();
            }
        }
    }

    void forgottenInAListBad(List<DataSource> pools) throws SQLException {
        List<Connection> open = new ArrayList<>();
        for (DataSource pool : pools) {
            open.add(pool.getConnection()); // LEAK: never-closed
        }
        System.out.println(open.size());
    }

    void closedWithoutProtectionBad(List<DataSource> pools) throws SQLException {
        List<Connection> open = new ArrayList<>();
        for (DataSource pool : pools) {
            open.add(pool.getConnection()); // LEAK: not-closed-on-exception
        }
        for (Connection connection : open) {
            connection.close();
        }
    }

    void handedToTheCallerOk(DataSource pool, List<Connection> all) throws SQLException {
        all.add(pool.getConnection());
    }
}
