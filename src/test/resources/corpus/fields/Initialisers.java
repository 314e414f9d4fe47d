package corpus.fields;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Fields that are set where they are declared, and in initialiser blocks. */
final class Initialisers {
    /** May be meant to stay open as long as the program runs. */
    static final class StaticBlockBad {
        private static final Connection CONNECTION;

        static {
            try {
                CONNECTION = DriverManager.getConnection("jdbc:h2:mem:shop"); // LEAK: field-never-closed possible
            } catch (SQLException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        static String catalog() throws SQLException {
            return CONNECTION.getCatalog();
        }
    }

    static final class DeclarationBad {
        private final Connection connection = DriverManager.getConnection("jdbc:h2:mem:shop"); // LEAK: field-never-closed

        DeclarationBad() throws SQLException {}

        String catalog() throws SQLException {
            return connection.getCatalog();
        }
    }

    static final class InstanceBlockOk implements AutoCloseable {
        private final Connection connection;

        {
            connection = DriverManager.getConnection("jdbc:h2:mem:shop");
        }

        InstanceBlockOk() throws SQLException {}

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
