package corpus.paths;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Conditions that hold together. */
final class CorrelatedFlags {
    void openedFlagOk(DataSource pool, boolean wanted) throws SQLException {
        Connection connection = null;
        boolean opened = false;
        try {
            if (wanted) {
                connection = pool.getConnection();
                opened = true;
                connection.commit();
            }
        } finally {
            if (opened) {
                connection.close();
            }
        }
    }

    void flagSetTooLateBad(DataSource pool) throws SQLException {
        Connection connection = null;
        boolean opened = false;
        try {
            connection = pool.getConnection(); // LEAK: not-closed-on-exception
            connection.commit();
            opened = true;
        } finally {
            if (opened) {
                connection.close();
            }
        }
    }

    int nullTogetherOk(Statement statement, boolean wanted) throws SQLException {
        ResultSet rows = wanted ? statement.executeQuery("SELECT 1") : null;
        int found = 0;
        if (rows != null) {
            try {
                found = rows.next() ? 1 : 0;
            } finally {
                rows.close();
            }
        }
        return found;
    }

    void wrongNullCheckBad(DataSource pool, Connection other) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-path
        try {
            connection.commit();
        } finally {
            if (other != null) {
                connection.close();
            }
        }
    }
}
