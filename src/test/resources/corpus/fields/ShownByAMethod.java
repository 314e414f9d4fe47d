package corpus.fields;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A body through which resources go and that gives the field to code out of sight may have it closed there. */
final class ShownBad {
    private Connection connection;

    void open(DataSource source) throws SQLException {
        connection = source.getConnection(); // LEAK: field-never-closed possible
    }

    void show(DataSource source, Registry registry) throws SQLException {
        try (Connection other = source.getConnection()) {
            registry.take(connection);
        }
    }
}

/** One that has nothing to do with opening and closing only uses it. */
final class UsedBad {
    private Connection connection;

    void open(DataSource source) throws SQLException {
        connection = source.getConnection(); // LEAK: field-never-closed
    }

    void use(Registry registry) {
        registry.take(connection);
    }
}

/** One that hands it out makes it somebody else's affair. */
final class HandedOutOk {
    private Connection connection;

    void open(DataSource source) throws SQLException {
        connection = source.getConnection();
    }

    Connection handOut() {
        return connection;
    }
}
