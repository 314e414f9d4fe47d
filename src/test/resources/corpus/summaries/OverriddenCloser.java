package corpus.summaries;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A method that subclasses override, some of which close and some of which don't. */
final class OverriddenCloser {
    interface Finisher {
        void finish(Statement statement) throws SQLException;
    }

    static final class Closing implements Finisher {
        @Override
        public void finish(Statement statement) throws SQLException {
            statement.close();
        }
    }

    static final class Keeping implements Finisher {
        @Override
        public void finish(Statement statement) throws SQLException {
            System.out.println(statement.getMaxRows());
        }
    }

    void knownOk(Connection connection, Closing closing) throws SQLException {
        Statement statement = connection.createStatement();
        closing.finish(statement);
    }

    void knownBad(Connection connection, Keeping keeping) throws SQLException {
        Statement statement = connection.createStatement(); // LEAK: never-closed
        keeping.finish(statement);
    }

    void eitherOk(Connection connection, Finisher finisher) throws SQLException {
        Statement statement = connection.createStatement();
        finisher.finish(statement);
    }
}
