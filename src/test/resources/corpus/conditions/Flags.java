package corpus.conditions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** A flag that remembers whether something was opened. */
final class Flags {
    int openedHereOk(DataSource pool, Connection given) throws SQLException {
        boolean opened = false;
        Connection connection = given;
        if (connection == null) {
            connection = pool.getConnection();
            opened = true;
        }
        try {
            return connection.getHoldability();
        } finally {
            if (opened) {
                connection.close();
            }
        }
    }

    void sameConditionTwiceOk(Connection connection, boolean dry) throws SQLException {
        Statement statement = null;
        if (!dry) {
            statement = connection.createStatement();
        }
        System.out.println("between");
        if (!dry) {
            statement.close();
        }
    }

    void anotherConditionBad(Connection connection, boolean dry, boolean keep) throws SQLException {
        Statement statement = null;
        if (!dry) {
            statement = connection.createStatement(); // LEAK: not-closed-on-path
        }
        if (!keep) {
            if (statement != null) {
                statement.close();
            }
        }
    }

    void successFlagOk(DataSource pool, List<Connection> kept) throws SQLException {
        Connection connection = pool.getConnection();
        boolean ready = false;
        try {
            connection.setReadOnly(true);
            kept.add(connection);
            ready = true;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }
}
