package corpus.typing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Inner classes see the fields and methods of the classes around them. */
final class Inner {
    private DataSource pool;

    private Connection open() throws SQLException {
        return pool.getConnection();
    }

    final class Worker {
        int fieldOfTheOuterBad() throws SQLException {
            Connection connection = pool.getConnection(); // LEAK: never-closed
            return connection.getHoldability();
        }

        int methodOfTheOuterBad() throws SQLException {
            Connection connection = open(); // LEAK: never-closed
            return connection.getHoldability();
        }

        int qualifiedThisOk() throws SQLException {
            try (Connection connection = Inner.this.open()) {
                return connection.getHoldability();
            }
        }

        final class Deeper {
            int twoLevelsBad() throws SQLException {
                return open().getHoldability(); // LEAK: temporary-never-closed
            }
        }
    }

    int throughAnInstanceBad(Inner other) throws SQLException {
        Connection connection = other.open(); // LEAK: never-closed
        return connection.getHoldability();
    }
}
