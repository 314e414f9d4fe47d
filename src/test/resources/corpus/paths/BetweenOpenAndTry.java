package corpus.paths;

import java.io.FileReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** What stands between the acquisition and the block that protects it. */
final class BetweenOpenAndTry {
    private static final Logger LOG = Logger.getLogger("shop");

    void nothingOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            connection.commit();
        } finally {
            connection.close();
        }
    }

    void arithmeticOk(DataSource pool, int tries) throws SQLException {
        Connection connection = pool.getConnection();
        int left = tries - 1;
        LOG.fine("left: " + left);
        try {
            connection.commit();
        } finally {
            connection.close();
        }
    }

    void setterBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        connection.setAutoCommit(false);
        try {
            connection.commit();
        } finally {
            connection.close();
        }
    }

    void fileBad(DataSource pool, String name) throws SQLException, IOException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        try (FileReader reader = new FileReader(name)) {
            System.out.println(reader.read());
        }
        try {
            connection.commit();
        } finally {
            connection.close();
        }
    }

    void thrownBad(DataSource pool, String name) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        if (name.isEmpty()) {
            throw new IllegalArgumentException("no name");
        }
        try {
            connection.commit();
        } finally {
            connection.close();
        }
    }
}
