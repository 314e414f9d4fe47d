package corpus.regex;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The pattern analysis takes comments away line by line. */
final class Comments {
    static final class SQLService {
        static ResultSet executeQuery(String sql) {
            throw new IllegalStateException(sql);
        }

        static void closeResultSet(ResultSet rows) {}
    }

    public int releaseInACommentBad(String sql) throws SQLException {
        ResultSet rows = SQLService.executeQuery(sql); // LEAK: legacy-pattern possible [regex]
        // SQLService.closeResultSet(rows)
        return rows.getInt(1);
    }

    public int acquisitionInACommentOk(String sql) throws SQLException {
        // ResultSet rows = SQLService.executeQuery(sql)
        return sql.length();
    }

    public int acquisitionInALongCommentOk(String sql) throws SQLException {
        /*
         rows = SQLService.executeQuery(sql) // FP: legacy-pattern possible [regex]
         */
        return sql.length();
    }

    public int twoVariablesBad(String sql) throws SQLException {
        ResultSet first = SQLService.executeQuery(sql);
        ResultSet second = SQLService.executeQuery(sql); // LEAK: legacy-pattern possible [regex]
        SQLService.closeResultSet(first);
        return second.getInt(1);
    }
}
