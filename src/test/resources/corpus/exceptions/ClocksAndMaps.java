package corpus.exceptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Neither reading a clock nor book-keeping in a map loses a resource. */
final class ClocksAndMaps {
    private final Map<String, Duration> times = new ConcurrentHashMap<>();

    ResultSet timedOk(Statement statement, String sql) throws SQLException {
        Instant begin = Instant.now();
        ResultSet rows = statement.executeQuery(sql);
        times.remove(sql);
        times.putIfAbsent(sql, Duration.between(begin, Instant.now()));
        return rows;
    }

    ResultSet unseenStepBad(Statement statement, String sql, Ledger ledger) throws SQLException {
        ResultSet rows = statement.executeQuery(sql); // LEAK: not-closed-on-exception possible
        ledger.enter(sql);
        return rows;
    }
}
