package corpus.exceptions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.example.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An unseen helper that words what a logger is told fails no more than the logger does; one whose answer is used may. */
final class OnlySaid {
    private static final Logger LOGGER = LoggerFactory.getLogger(OnlySaid.class);

    void saidOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        LOGGER.info(Messages.resolve("shop.opened", Messages.nameOf(pool)));
        connection.close();
    }

    void usedBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception possible
        String name = Messages.resolve("shop.opened", "main");
        connection.close();
        LOGGER.info(name);
    }

    void askedOfTheDatabaseBad(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception possible
        LOGGER.info(Messages.describe(connection));
        connection.close();
    }

    void numberedOk(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        String name = UUID.randomUUID().toString();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t" + name);
        } finally {
            connection.close();
        }
    }
}
