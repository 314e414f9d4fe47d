package corpus.typing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The type of a field of a field, of this class and of others. */
final class FieldsOfOtherTypes {
    static class Settings {
        DataSource reading;
        static DataSource writing;
    }

    static class Context {
        final Settings settings = new Settings();
        Settings[] all = {};
    }

    private final Context context = new Context();

    int fieldOfAFieldBad() throws SQLException {
        Connection connection = this.context.settings.reading.getConnection(); // LEAK: never-closed
        return connection.getHoldability();
    }

    int staticFieldBad() throws SQLException {
        return Settings.writing.getConnection().getHoldability(); // LEAK: temporary-never-closed
    }

    int elementBad() throws SQLException {
        Connection connection = context.all[0].reading.getConnection(); // LEAK: never-closed
        return connection.getHoldability();
    }

    int closedOk() throws SQLException {
        try (Connection connection = context.settings.reading.getConnection()) {
            return connection.getHoldability();
        }
    }
}
