package corpus.libraries;

import com.sleepycat.je.Cursor;
import com.sleepycat.je.Database;
import com.sleepycat.je.DatabaseEntry;
import com.sleepycat.je.LockMode;
import com.sleepycat.je.OperationStatus;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.h2.mvstore.MVStore;

/** Embedded stores and triple stores. */
final class OtherStores {
    int keysOk(Database database) {
        int keys = 0;
        Cursor cursor = database.openCursor(null, null);
        try {
            DatabaseEntry key = new DatabaseEntry();
            while (cursor.getNext(key, new DatabaseEntry(), LockMode.DEFAULT) == OperationStatus.SUCCESS) {
                keys++;
            }
        } finally {
            cursor.close();
        }
        return keys;
    }

    boolean keysBad(Database database) {
        Cursor cursor = database.openCursor(null, null); // LEAK: never-closed
        return cursor.getNext(new DatabaseEntry(), new DatabaseEntry(), null) == OperationStatus.SUCCESS;
    }

    long triplesOk(Repository repository) {
        try (RepositoryConnection connection = repository.getConnection()) {
            return connection.size();
        }
    }

    long triplesBad(Repository repository) {
        RepositoryConnection connection = repository.getConnection(); // LEAK: not-closed-on-exception
        long size = connection.size();
        connection.close();
        return size;
    }

    int mapBad(String file) {
        MVStore store = MVStore.open(file); // LEAK: never-closed
        return store.openMap("visits").size();
    }

    int builderBad(String file) {
        MVStore store = new MVStore.Builder().fileName(file).readOnly().open(); // LEAK: never-closed
        return store.openMap("visits").size();
    }
}
