package corpus.collections;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;

/** Loops that take elements out until none is left. */
final class EmptiedByALoop {
    void poppedOk(DataSource pool) throws Exception {
        Deque<AutoCloseable> open = new ArrayDeque<>();
        try {
            Connection connection = pool.getConnection();
            open.push(connection);
            Statement statement = connection.createStatement();
            open.push(statement);
            statement.execute("DELETE FROM basket");
        } finally {
            while (!open.isEmpty()) {
                open.pop().close();
            }
        }
    }

    void iteratedOk(DataSource pool) throws SQLException {
        List<Connection> open = new ArrayList<>();
        open.add(pool.getConnection());
        Iterator<Connection> each = open.iterator();
        while (each.hasNext()) {
            each.next().close();
        }
    }

    void onlyIfFilledBad(DataSource pool) throws SQLException {
        Deque<Connection> open = new ArrayDeque<>();
        open.push(pool.getConnection()); // LEAK: never-closed
        if (open.isEmpty()) {
            open.pop().close();
        }
    }

    void openedInTheLoopBad(DataSource pool, Deque<String> names) throws SQLException {
        while (!names.isEmpty()) {
            Connection connection = pool.getConnection(); // LEAK: never-closed
            connection.setCatalog(names.pop());
        }
    }
}
