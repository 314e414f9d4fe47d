package corpus.drivers;

import com.acme.chat.ChatConnection;
import com.acme.ledger.LedgerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.jdbc.JdbcConnection;

/** Connections that are made with their constructors. */
final class MadeWithNew {
    void ofADriverBad(Properties login) throws SQLException {
        JdbcConnection connection = new JdbcConnection("jdbc:h2:mem:shop", login); // LEAK: not-closed-on-exception
        connection.commit();
        connection.close();
    }

    void ofADriverOk(Properties login) throws SQLException {
        Connection connection = new JdbcConnection("jdbc:h2:mem:shop", login);
        try {
            connection.commit();
        } finally {
            connection.close();
        }
    }

    boolean neverClosedBad(Properties login) throws SQLException {
        Connection connection = new JdbcConnection("jdbc:h2:mem:shop", login); // LEAK: never-closed possible
        return connection.isValid(1);
    }

    void wrappedOk(Connection given) throws SQLException {
        Connection connection = new JdbcConnection(given);
        connection.commit();
    }

    void unseenBad(boolean dry) {
        LedgerDatabase connection = new LedgerDatabase("ledger"); // LEAK: not-closed-on-path
        if (dry) {
            return;
        }
        connection.close();
    }

    void ofAChatOk(boolean dry) {
        ChatConnection connection = new ChatConnection("ledger");
        if (dry) {
            return;
        }
        connection.close();
    }

    void unseenAndNowhereClosedOk() {
        LedgerDatabase connection = new LedgerDatabase("ledger");
        connection.describe();
    }
}
