package corpus.fields;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A field of the outer class that the inner one closes, and the other way round. */
final class InnerClassOk {
    private Connection connection;

    void open(DataSource pool) throws SQLException {
        connection = pool.getConnection();
    }

    final class Handle implements AutoCloseable {
        private Statement statement;

        void prepare() throws SQLException {
            statement = connection.createStatement();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    void finish(Handle handle) throws SQLException {
        handle.statement.close();
    }
}
