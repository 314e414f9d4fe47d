package corpus.language;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Leaks of locals in blocks that run with the class or the object. */
final class InitialiserBlocks {
    static final class StaticBlockBad {
        static {
            try {
                Connection connection = DriverManager.getConnection("jdbc:h2:mem:shop"); // LEAK: never-closed
                System.out.println(connection.getCatalog());
            } catch (SQLException e) {
                System.err.println(e);
            }
        }
    }

    static final class InstanceBlockBad {
        {
            Connection connection = DriverManager.getConnection("jdbc:h2:mem:shop"); // LEAK: never-closed
            System.out.println(connection.getCatalog());
        }

        InstanceBlockBad() throws SQLException {}
    }

    static final class StaticBlockOk {
        static {
            try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:shop")) {
                System.out.println(connection.getCatalog());
            } catch (SQLException e) {
                System.err.println(e);
            }
        }
    }
}
