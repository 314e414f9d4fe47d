package corpus.libraries;

import java.util.stream.Stream;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/** Lazy fetching keeps statement and result set open. */
final class JooqCursors {
    int lazyOk(DSLContext sql) {
        int seen = 0;
        try (Cursor<Record> rows = sql.select().from("visits").fetchLazy()) {
            while (rows.hasNext()) {
                rows.fetchNext();
                seen++;
            }
        }
        return seen;
    }

    int lazyBad(DSLContext sql) {
        Cursor<Record> rows = sql.select().from("visits").orderBy(DSL.field("id")).fetchLazy(); // LEAK: never-closed
        return rows.hasNext() ? 1 : 0;
    }

    long streamOk(ResultQuery<Record> query) {
        try (Stream<Record> rows = query.stream()) {
            return rows.count();
        }
    }

    long streamBad(ResultQuery<Record> query) {
        return query.stream().count(); // LEAK: temporary-never-closed
    }

    int eagerOk(DSLContext sql) {
        return sql.select().from("visits").fetch().size();
    }

    int halfWayBad(DSLContext sql) {
        Cursor<Record> rows = sql.fetchLazy("SELECT * FROM visits"); // LEAK: not-closed-on-exception
        Record first = rows.fetchNext();
        rows.close();
        return first == null ? 0 : 1;
    }
}
