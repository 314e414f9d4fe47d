package corpus.finallyblock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The second acquisition may throw while the first is open. */
final class TwoAcquisitions {
    void secondOutsideTryBad(DataSource source, DataSource target) throws SQLException {
        Connection from = source.getConnection(); // LEAK: not-closed-on-exception
        Connection to = target.getConnection();
        try {
            to.setReadOnly(from.isReadOnly());
        } finally {
            try {
                from.close();
            } finally {
                to.close();
            }
        }
    }

    void oneTryEachOk(DataSource source, DataSource target) throws SQLException {
        Connection from = source.getConnection();
        try {
            Connection to = target.getConnection();
            try {
                to.setReadOnly(from.isReadOnly());
            } finally {
                to.close();
            }
        } finally {
            from.close();
        }
    }

    void statementBeforeTryBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        Statement statement = connection.createStatement();
        try {
            statement.executeUpdate("DELETE FROM basket");
        } finally {
            try {
                statement.close();
            } finally {
                connection.close();
            }
        }
    }
}
