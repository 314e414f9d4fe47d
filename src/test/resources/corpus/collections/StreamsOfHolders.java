package corpus.collections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** A stream goes over what a list holds, and collects what its elements hold. */
final class StreamsOfHolders {
    private final DataSource pool;

    StreamsOfHolders(DataSource pool) {
        this.pool = pool;
    }

    private List<Map.Entry<String, Connection>> openAllBad(List<String> names) throws SQLException {
        List<Map.Entry<String, Connection>> opened = new ArrayList<>();
        for (String name : names) {
            opened.add(new AbstractMap.SimpleEntry<>(name, pool.getConnection())); // LEAK: not-closed-on-exception possible
        }
        return opened;
    }

    void closedOk(List<String> names) throws SQLException {
        List<Map.Entry<String, Connection>> opened = openAllBad(names);
        List<Connection> connections = opened.stream().map(Map.Entry::getValue).collect(Collectors.toList());
        for (Connection connection : connections) {
            connection.close();
        }
    }

    void filteredOk(List<String> names) throws SQLException {
        List<Map.Entry<String, Connection>> opened = openAllBad(names);
        List<Connection> connections =
                opened.stream().filter(entry -> entry != null).map(Map.Entry::getValue).collect(Collectors.toList());
        for (Connection connection : connections) {
            connection.close();
        }
    }

    int countedBad(List<String> names) throws SQLException {
        List<Map.Entry<String, Connection>> opened = openAllBad(names); // LEAK: never-closed
        List<String> found = opened.stream().map(Map.Entry::getKey).collect(Collectors.toList());
        return found.size();
    }
}
