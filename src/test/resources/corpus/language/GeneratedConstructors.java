package corpus.language;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import lombok.RequiredArgsConstructor;

/** A constructor that is generated later can't be seen, and declares no exception. */
final class GeneratedConstructors {
    @RequiredArgsConstructor
    abstract static class Named implements PreparedStatement {
        private final PreparedStatement delegate;
        private final String name;

        @Override
        public void close() throws SQLException {
            delegate.close();
        }
    }

    @RequiredArgsConstructor
    static class Counting extends Named {
        private final int limit;
    }

    PreparedStatement wrappedOk(Connection connection, int limit) throws SQLException {
        return new Counting(connection.prepareStatement("SELECT 1"), "one", limit);
    }
}
