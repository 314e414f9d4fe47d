package corpus.libraries;

import com.google.common.io.Closer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Guava's Closer closes what was registered with it. */
final class GuavaCloser {
    void registeredOk(DataSource pool) throws IOException {
        Closer closer = Closer.create();
        try {
            Connection connection = closer.register(pool.getConnection());
            Statement statement = closer.register(connection.createStatement());
            statement.execute("DELETE FROM basket");
        } catch (Throwable e) {
            throw closer.rethrow(e);
        } finally {
            closer.close();
        }
    }

    void neverClosedBad(DataSource pool) throws SQLException {
        Closer closer = Closer.create();
        closer.register(pool.getConnection()).commit(); // LEAK: never-closed
    }
}
