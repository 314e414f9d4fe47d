package corpus.ownership;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import javax.sql.DataSource;

/** An anonymous class that captures what it walks over. */
final class AnonymousOwner {
    Iterator<String> closedAtTheEndOk(Statement statement) throws SQLException {
        final ResultSet rows = statement.executeQuery("SELECT name FROM users");
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    boolean more = rows.next();
                    if (!more) {
                        rows.close();
                    }
                    return more;
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public String next() {
                try {
                    return rows.getString(1);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    Runnable openedInsideBad(DataSource pool) {
        return new Runnable() {
            private Connection connection;

            @Override
            public void run() {
                try {
                    connection = pool.getConnection(); // LEAK: field-never-closed
                    connection.commit();
                } catch (SQLException e) {
                    System.err.println(e);
                }
            }
        };
    }
}
