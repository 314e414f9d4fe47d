package corpus.paths;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Blocks that protect blocks that protect. */
final class FinallyInFinally {
    void nestedOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        Statement statement = null;
        try {
            statement = connection.createStatement();
            statement.execute("VACUUM");
        } finally {
            try {
                if (statement != null) {
                    statement.close();
                }
            } finally {
                connection.close();
            }
        }
    }

    void innerOnlyBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        Statement statement = connection.createStatement();
        try {
            statement.execute("VACUUM");
        } finally {
            try {
                connection.commit();
            } finally {
                statement.close();
            }
            connection.close();
        }
    }

    @SuppressWarnings("finally")
    int returnHidesBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-path
        try {
            connection.commit();
        } finally {
            if (connection.isReadOnly()) {
                return 0;
            }
            connection.close();
        }
        return 1;
    }
}
