package corpus.libraries;

import java.util.Iterator;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A stream of results holds a cursor until it or its manager is closed. */
final class JpaStreams {
    void eachOk(TypedQuery<String> query, Consumer<String> consumer) {
        try (Stream<String> names = query.getResultStream()) {
            names.forEach(consumer);
        }
    }

    void eachBad(TypedQuery<String> query, Consumer<String> consumer) {
        Stream<String> names = query.getResultStream(); // LEAK: never-closed
        names.forEach(consumer);
    }

    void eachBad(EntityManager manager, Consumer<String> consumer) {
        Stream<String> names = manager.createQuery("select u.name from User u", String.class)
                .setMaxResults(500)
                .getResultStream(); // LEAK: never-closed
        names.forEach(consumer);
    }

    /** The stream is lost here: whoever gets the iterator has nothing to close. */
    private Iterator<String> iteratedBad(TypedQuery<String> query) {
        return query.getResultStream().iterator(); // LEAK: temporary-never-closed
    }

    int iteratorOfAnotherMethodOk(TypedQuery<String> query) {
        Iterator<String> names = iteratedBad(query);
        int count = 0;
        while (names.hasNext()) {
            names.next();
            count++;
        }
        return count;
    }
}
