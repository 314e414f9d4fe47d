package corpus.regex;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The pattern analysis: lines, not paths. */
final class StraightPass {
    static final class SQLService {
        static ResultSet executeQuery(String sql) {
            throw new IllegalStateException(sql);
        }

        static void closeResultSet(ResultSet rows) {}
    }

    public int neverReleasedBad(String sql) throws SQLException {
        ResultSet rows = SQLService.executeQuery(sql); // LEAK: legacy-pattern possible [regex]
        return rows.getInt(1);
    }

    public int releasedOk(String sql) throws SQLException {
        ResultSet rows = SQLService.executeQuery(sql);
        int value = rows.getInt(1);
        SQLService.closeResultSet(rows);
        return value;
    }

    public int releasedOnOnePathOfTwoBad(String sql, boolean quick) throws SQLException {
        ResultSet rows = SQLService.executeQuery(sql); // FN: legacy-pattern possible [regex]
        if (quick) {
            return 0;
        }
        SQLService.closeResultSet(rows);
        return 1;
    }

    public ResultSet handedOutOk(String sql) throws SQLException {
        ResultSet rows = SQLService.executeQuery(sql); // FP: legacy-pattern possible [regex]
        return rows;
    }
}
