package corpus.loops;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Loops of the other forms. */
final class WhileAndDo {
    void retryOk(DataSource pool) throws SQLException {
        int tries = 0;
        while (true) {
            Connection connection = pool.getConnection();
            try {
                connection.commit();
                return;
            } catch (SQLException e) {
                if (++tries > 3) {
                    throw e;
                }
            } finally {
                connection.close();
            }
        }
    }

    void retryForgetsBad(DataSource pool) throws SQLException {
        int tries = 0;
        while (tries < 3) {
            Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
            try {
                connection.commit();
                connection.close();
                return;
            } catch (SQLException e) {
                tries++;
            }
        }
    }

    void doWhileOk(Connection connection) throws SQLException {
        int rows;
        do {
            Statement statement = connection.createStatement();
            try {
                rows = statement.executeUpdate("DELETE FROM basket WHERE ROWNUM < 100");
            } finally {
                statement.close();
            }
        } while (rows > 0);
    }

    void doWhileBad(Connection connection, int turns) throws SQLException {
        int turn = 0;
        do {
            Statement statement = connection.createStatement(); // LEAK: never-closed
            turn += statement.executeUpdate("DELETE FROM basket");
        } while (turn < turns);
    }
}
