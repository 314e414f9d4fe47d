package corpus.fields;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import shop.unseen.Recorder;

/** What a constructor hands to another constructor is kept if that one keeps it. */
final class GivenToTheSuperclass {
    abstract static class Holder implements AutoCloseable {
        private final Statement statement;

        Holder(Statement statement) {
            this.statement = statement;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    static final class Timed extends Holder {
        private final String text;

        Timed(Statement statement, String text) {
            super(statement);
            this.text = text;
        }

        Timed(Statement statement) {
            this(statement, "");
        }

        String text() {
            return text;
        }
    }

    Timed superclassKeepsItOk(Connection connection) throws SQLException {
        return new Timed(connection.createStatement(), "all");
    }

    Timed otherConstructorKeepsItOk(Connection connection) throws SQLException {
        return new Timed(connection.createStatement());
    }

    static final class Recorded extends Recorder {
        Recorded(Connection connection) {
            super(connection);
        }
    }

    Recorded unseenSuperclassGetsItOk() throws SQLException {
        return new Recorded(DriverManager.getConnection("jdbc:h2:mem:shop"));
    }

    int wrappedAndDroppedBad(Connection connection) throws SQLException {
        Timed timed = new Timed(connection.createStatement(), "all"); // LEAK: never-closed
        return timed.text().length();
    }
}
