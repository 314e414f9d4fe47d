package corpus.language;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Type parameters around the resource. */
final class Generics<T extends DataSource> {
    private final T source;

    Generics(T source) {
        this.source = source;
    }

    int closedOk() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.getHoldability();
        }
    }

    int forgottenBad() throws SQLException {
        Connection connection = source.getConnection(); // LEAK: never-closed
        return connection.getHoldability();
    }

    private static <C extends AutoCloseable> void shut(C closeable) throws Exception {
        closeable.close();
    }

    int closedByAGenericHelperOk() throws Exception {
        Connection connection = source.getConnection();
        try {
            return connection.getHoldability();
        } finally {
            Generics.<Connection>shut(connection);
        }
    }
}
