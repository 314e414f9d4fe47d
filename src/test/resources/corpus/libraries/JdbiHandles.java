package corpus.libraries;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;

/** Handles that are opened, and handles that are lent. */
final class JdbiHandles {
    int openOk(Jdbi jdbi) {
        try (Handle handle = jdbi.open()) {
            return handle.execute("DELETE FROM visits");
        }
    }

    int openBad(Jdbi jdbi) {
        Handle handle = jdbi.open(); // LEAK: never-closed
        return handle.execute("DELETE FROM visits");
    }

    int lentOk(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.execute("DELETE FROM visits"));
    }

    List<String> iteratorBad(Handle handle) {
        ResultIterator<String> names = handle.createQuery("SELECT name FROM users").mapTo(String.class).iterator(); // LEAK: never-closed
        return List.of(names.next());
    }

    long streamOk(Handle handle) {
        try (Stream<String> names = handle.createQuery("SELECT name FROM users").mapTo(String.class).stream()) {
            return names.count();
        }
    }

    long streamBad(Handle handle) {
        return handle.createQuery("SELECT name FROM users").mapTo(String.class).stream().limit(3).count(); // LEAK: temporary-never-closed
    }

    int transactionBad(Jdbi jdbi) {
        Handle handle = jdbi.open(); // LEAK: not-closed-on-exception
        handle.begin();
        int changed = handle.execute("UPDATE visits SET seen = TRUE");
        handle.commit();
        handle.close();
        return changed;
    }
}
