package corpus.fields;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;

/** Fields that are closed with the field they were opened from, or all in one loop. */
final class ClosedWithWhatItCameFrom {
    static final class OverTwoStepsOk {
        private Connection connection;
        private PreparedStatement statement;
        private ResultSet rows;

        void start(DataSource pool) throws SQLException {
            connection = pool.getConnection();
        }

        void prepare() throws SQLException {
            statement = connection.prepareStatement("SELECT 1");
        }

        void run() throws SQLException {
            rows = statement.executeQuery();
        }

        void stop() throws SQLException {
            connection.close();
        }
    }

    static final class InAListOk {
        private PreparedStatement insert;
        private PreparedStatement update;

        void prepare(Connection connection) throws SQLException {
            insert = connection.prepareStatement("INSERT INTO basket VALUES (?)");
            update = connection.prepareStatement("UPDATE basket SET id = ?");
        }

        void stop() throws SQLException {
            for (PreparedStatement statement : Arrays.asList(insert, update)) {
                if (statement != null) {
                    statement.close();
                }
            }
        }
    }

    static final class OnlyOneBad {
        private PreparedStatement insert;
        private PreparedStatement update;

        void prepare(Connection connection) throws SQLException {
            insert = connection.prepareStatement("INSERT INTO basket VALUES (?)");
            update = connection.prepareStatement("UPDATE basket SET id = ?"); // LEAK: field-never-closed
        }

        void stop() throws SQLException {
            for (PreparedStatement statement : Arrays.asList(insert)) {
                statement.close();
            }
        }
    }
}
