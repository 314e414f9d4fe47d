package corpus.typing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Fields and methods that a superclass declares. */
final class InheritedMembers {
    abstract static class Base {
        protected DataSource pool;

        protected Connection open() throws SQLException {
            return pool.getConnection();
        }

        protected final void quietly(Connection connection) {
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException e) {
                    System.err.println(e);
                }
            }
        }
    }

    static class Middle extends Base {}

    static final class Dao extends Middle {
        int fieldBad() throws SQLException {
            Connection connection = pool.getConnection(); // LEAK: never-closed
            return connection.getHoldability();
        }

        int bothOk() throws SQLException {
            Connection connection = null;
            try {
                connection = open();
                return connection.getHoldability();
            } finally {
                quietly(connection);
            }
        }

        int superBad() throws SQLException {
            Connection connection = super.open(); // LEAK: never-closed
            return connection.getHoldability();
        }
    }
}
