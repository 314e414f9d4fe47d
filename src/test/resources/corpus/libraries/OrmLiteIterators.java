package corpus.libraries;

import com.j256.ormlite.dao.CloseableIterator;
import com.j256.ormlite.dao.Dao;
import com.j256.ormlite.stmt.QueryBuilder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Iterators of ORMLite fail without declaring it, wherever they come from. */
final class OrmLiteIterators {
    private final Dao<String, Integer> names;

    OrmLiteIterators(Dao<String, Integer> names) {
        this.names = names;
    }

    List<String> ofQueryBad() {
        List<String> found = new ArrayList<>();
        try {
            QueryBuilder<String, Integer> query = names.queryBuilder();
            CloseableIterator<String> all = query.iterator(); // LEAK: not-closed-on-exception
            while (all.hasNext()) {
                found.add(all.next());
            }
            all.close();
        } catch (SQLException e) {
            System.err.println(e);
        }
        return found;
    }

    List<String> ofQueryOk() throws SQLException {
        List<String> found = new ArrayList<>();
        CloseableIterator<String> all = null;
        try {
            all = names.queryBuilder().iterator();
            while (all.hasNext()) {
                found.add(all.next());
            }
        } finally {
            if (all != null) {
                all.closeQuietly();
            }
        }
        return found;
    }
}
