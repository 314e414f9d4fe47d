package corpus.drivers;

import java.sql.SQLException;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.JdbcRowSet;
import javax.sql.rowset.RowSetProvider;

/** A row set that stays connected is a resource; one that only holds what it has read is none. */
final class RowSets {
    int connectedBad(String url) throws SQLException {
        JdbcRowSet rows = RowSetProvider.newFactory().createJdbcRowSet(); // LEAK: never-closed
        rows.setUrl(url);
        rows.setCommand("SELECT 1");
        rows.execute();
        return rows.next() ? 1 : 0;
    }

    int connectedOk(String url) throws SQLException {
        try (JdbcRowSet rows = RowSetProvider.newFactory().createJdbcRowSet()) {
            rows.setUrl(url);
            rows.setCommand("SELECT 1");
            rows.execute();
            return rows.next() ? 1 : 0;
        }
    }

    CachedRowSet disconnectedOk(String url) throws SQLException {
        CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet();
        rows.setUrl(url);
        return rows;
    }
}
