package corpus.fields;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The fields of an object are empty when its constructor begins, and nobody can close them when it fails. */
final class FilledByConstructor {
    static final class UndoneOk {
        private Connection connection;
        private Statement statement;

        UndoneOk(DataSource pool) throws SQLException {
            try {
                connection = pool.getConnection();
                statement = connection.createStatement();
            } finally {
                if (statement == null && connection != null) {
                    connection.close();
                }
            }
        }

        void closeOk() throws SQLException {
            connection.close();
        }
    }

    static final class LostBad {
        private final Connection connection;
        private final Statement statement;

        LostBad(DataSource pool) throws SQLException {
            connection = pool.getConnection(); // LEAK: not-closed-on-exception
            statement = connection.createStatement();
        }

        void closeOk() throws SQLException {
            connection.close();
        }
    }
}
