package corpus.multi.housepatterns;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Acquisitions and releases that the house's regex file names. */
final class Reports {
    public int closedOk(String sql) throws SQLException {
        ResultSet rows = SQLService.executeQuery(sql);
        try {
            return rows.next() ? 1 : 0;
        } finally {
            SQLService.closeResultSet(rows);
        }
    }

    public int forgottenBad(String sql) throws SQLException {
        ResultSet rows = SQLService.executeQuery(sql); // LEAK: never-closed // LEAK: legacy-pattern possible [regex]
        return rows.next() ? 1 : 0;
    }

    public int closedAtTheEndBad(String sql) throws SQLException {
        ResultSet rows = SQLService.executeQuery(sql); // LEAK: not-closed-on-exception
        int found = rows.next() ? 1 : 0;
        SQLService.closeResultSet(rows);
        return found;
    }

    public int knownAndIgnoredOk(String sql) throws SQLException {
        ResultSet rows = SQLService.executeQuery(sql);
        return rows.next() ? 1 : 0;
    }
}
