package corpus.helpers;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A method of the file that declares exceptions may throw; one that declares none is taken not to. */
final class Throws {
    private static void check(int id) throws IOException {
        if (id < 0) {
            throw new IOException("id " + id);
        }
    }

    private static int twice(int id) {
        return 2 * id;
    }

    void declaredBad(Connection connection, int id) throws SQLException, IOException {
        Statement statement = connection.createStatement(); // LEAK: not-closed-on-exception
        check(id);
        statement.close();
    }

    int notDeclaredOk(Connection connection, int id) throws SQLException {
        Statement statement = connection.createStatement();
        int result = twice(id);
        statement.close();
        return result;
    }

    void declaredBeforeOk(Connection connection, int id) throws SQLException, IOException {
        check(id);
        Statement statement = connection.createStatement();
        statement.close();
    }
}
