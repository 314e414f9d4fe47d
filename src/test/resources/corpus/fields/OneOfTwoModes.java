package corpus.fields;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An object that opens something only in one of its modes need not be closed in the other. */
final class OneOfTwoModes {
    void inMemoryOk() throws SQLException {
        Buffer buffer = new Buffer(null);
        System.out.println(buffer);
    }

    void alwaysBad() throws SQLException {
        Store store = new Store(null); // LEAK: never-closed possible
        System.out.println(store);
    }

    /** Keeps its rows in a database where it is told of one. */
    static final class Buffer implements AutoCloseable {
        private Connection connection;

        Buffer(String address) throws SQLException {
            if (address != null) {
                connection = DriverManager.getConnection(address);
            }
        }

        @Override
        public void close() throws SQLException {
            if (connection != null) {
                connection.close();
            }
        }
    }

    /** Has a database always. */
    static final class Store implements AutoCloseable {
        private final Connection connection;

        Store(String address) throws SQLException {
            if (address != null) {
                connection = DriverManager.getConnection(address);
            } else {
                connection = DriverManager.getConnection("jdbc:h2:mem:");
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
