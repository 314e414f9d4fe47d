package corpus.collections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** An element that is looked at stays in its collection, also if one of them is closed. */
final class ShownByAnIterator {
    private final Map<String, Connection> byName = new HashMap<>();

    void closeOneOk(String catalog) throws SQLException {
        for (Iterator<Connection> each = byName.values().iterator(); each.hasNext(); ) {
            Connection connection = each.next();
            if (connection.getCatalog().equals(catalog)) {
                connection.close();
                break;
            }
        }
    }

    void closeUnlessBusyOk(String name) throws SQLException {
        Connection connection = byName.get(name);
        if (connection.getAutoCommit()) {
            connection.close();
        }
    }
}
