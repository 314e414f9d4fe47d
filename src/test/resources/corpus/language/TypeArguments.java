package corpus.language;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What a type variable of a superclass stands for is known where the subclass says it. */
final class TypeArguments {
    interface Source {}

    abstract static class Context<SOURCE extends Source, SECOND> {
        private final SOURCE source;
        private SECOND second;

        Context(SOURCE source) {
            this.source = source;
        }

        SOURCE source() {
            return source;
        }

        SECOND second() {
            return second;
        }
    }

    static final class Jdbc implements Source {
        Statement traced(Statement statement) throws SQLException {
            return statement;
        }

        Connection open() throws SQLException {
            return DriverManager.getConnection("jdbc:h2:mem:shop");
        }
    }

    static final class JdbcContext extends Context<Jdbc, String> {
        JdbcContext(Jdbc jdbc) {
            super(jdbc);
        }
    }

    Statement handedBackOk(JdbcContext context, Connection connection) throws SQLException {
        return context.source().traced(connection.createStatement());
    }

    String openedBad(JdbcContext context) throws SQLException {
        Connection connection = context.source().open(); // LEAK: never-closed
        return connection.getCatalog() + context.second();
    }

    String openedThroughAParameterBad(Context<Jdbc, String> context) throws SQLException {
        Connection connection = context.source().open(); // LEAK: never-closed
        return connection.getCatalog();
    }
}
