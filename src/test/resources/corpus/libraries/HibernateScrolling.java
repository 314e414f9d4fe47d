package corpus.libraries;

import java.util.stream.Stream;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;

/** Scrolling keeps a result set open. */
final class HibernateScrolling {
    int scrollOk(Session session) {
        int seen = 0;
        try (ScrollableResults<?> rows = session.createQuery("from Visit").setFetchSize(50).scroll(ScrollMode.FORWARD_ONLY)) {
            while (rows.next()) {
                seen++;
            }
        }
        return seen;
    }

    int scrollBad(Session session) {
        Query<?> query = session.createQuery("from Visit");
        ScrollableResults<?> rows = query.scroll(); // LEAK: not-closed-on-exception
        int seen = 0;
        while (rows.next()) {
            seen++;
        }
        rows.close();
        return seen;
    }

    int chainedBad(Session session) {
        ScrollableResults<?> rows = session.createQuery("from Visit").setReadOnly(true).scroll(ScrollMode.FORWARD_ONLY); // LEAK: never-closed
        return rows.next() ? 1 : 0;
    }

    int withItsSessionOk(SessionFactory factory) {
        try (Session session = factory.openSession()) {
            ScrollableResults<?> rows = session.createQuery("from Visit").scroll();
            return rows.next() ? 1 : 0;
        }
    }

    long streamBad(Query<String> query) {
        return query.stream().filter(String::isEmpty).count(); // LEAK: temporary-never-closed
    }
}
