package corpus.regex;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The pattern analysis: acquired in a loop, released after it. */
final class LoopPass {
    static final class SQLService {
        static ResultSet executeQuery(String sql) {
            throw new IllegalStateException(sql);
        }

        static void closeResultSet(ResultSet rows) {}
    }

    public int closedAfterTheLoopBad(List<String> queries) throws SQLException {
        ResultSet rows = null;
        for (String query : queries) {
            rows = SQLService.executeQuery(query); // LEAK: legacy-pattern possible [regex]
        }
        SQLService.closeResultSet(rows);
        return 0;
    }

    public int closedInTheLoopOk(List<String> queries) throws SQLException {
        for (String query : queries) {
            ResultSet rows = SQLService.executeQuery(query);
            SQLService.closeResultSet(rows);
        }
        return 0;
    }
}
