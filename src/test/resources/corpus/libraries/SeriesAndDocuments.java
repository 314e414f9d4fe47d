package corpus.libraries;

import com.arcadedb.database.Database;
import com.arcadedb.database.DatabaseFactory;
import com.arcadedb.query.sql.executor.ResultSet;
import java.util.List;
import org.apache.iotdb.rpc.IoTDBConnectionException;
import org.apache.iotdb.rpc.StatementExecutionException;
import org.apache.iotdb.session.pool.SessionDataSetWrapper;
import org.apache.iotdb.session.pool.SessionPool;
import org.jongo.MongoCollection;
import org.jongo.MongoCursor;

/** Stores of time series, of documents and of graphs. */
final class SeriesAndDocuments {
    int devicesBad(SessionPool pool) throws IoTDBConnectionException, StatementExecutionException {
        SessionDataSetWrapper rows = pool.executeQueryStatement("SHOW DEVICES"); // LEAK: never-closed
        int count = 0;
        while (rows.hasNext()) {
            rows.next();
            count++;
        }
        return count;
    }

    int devicesOk(SessionPool pool) throws IoTDBConnectionException, StatementExecutionException {
        SessionDataSetWrapper rows = null;
        try {
            rows = pool.executeQueryStatement("SHOW DEVICES");
            int count = 0;
            while (rows.hasNext()) {
                rows.next();
                count++;
            }
            return count;
        } finally {
            if (rows != null) {
                pool.closeResultSet(rows);
            }
        }
    }

    void trimBad(Database store) {
        store.command("sql", "DELETE FROM Draft"); // LEAK: temporary-never-closed
    }

    void trimOk(Database store) {
        store.command("sql", "DELETE FROM Draft").close();
    }

    boolean isThereBad(Database store, String name) {
        ResultSet rows = store.query("sql", "SELECT FROM City WHERE name = ?", name); // LEAK: never-closed
        return rows.hasNext();
    }

    boolean isThereOk(Database store, String name) {
        try (ResultSet rows = store.query("sql", "SELECT FROM City WHERE name = ?", name)) {
            return rows.hasNext();
        }
    }

    boolean openedOk(String path, String name) {
        try (Database store = new DatabaseFactory(path).open()) {
            return store.query("sql", "SELECT FROM City WHERE name = ?", name).hasNext();
        }
    }

    Object firstBad(MongoCollection cities) {
        MongoCursor<Object> found = cities.find().as(Object.class); // LEAK: never-closed possible
        return found.next();
    }
}
