package corpus.suppress;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Silenced by annotation: on a method, a variable, a class. */
final class Annotations {
    @SuppressWarnings("connleak")
    int methodOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        return connection.getHoldability();
    }

    @SuppressWarnings({"unused", "resource"})
    int severalNamesOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        return connection.getHoldability();
    }

    int variableOk(DataSource pool) throws SQLException {
        @SuppressWarnings("resource")
        Connection connection = pool.getConnection();
        return connection.getHoldability();
    }

    @SuppressWarnings("unused")
    int otherNameBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: never-closed
        return connection.getHoldability();
    }

    @SuppressWarnings("connleak")
    static final class Silent {
        int anyOk(DataSource pool) throws SQLException {
            Connection connection = pool.getConnection();
            return connection.getHoldability();
        }
    }
}
