package corpus.conditions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import javax.sql.DataSource;

/** A field that decides is a variable like others, with {@code this} before it or without. */
final class OwnFields {
    private final DataSource pool;
    private boolean busy;
    private int used;

    OwnFields(DataSource pool) {
        this.pool = pool;
    }

    void assignedInBetweenBad() throws SQLException {
        Connection c = pool.getConnection(); // LEAK: not-closed-on-path
        if (!this.busy) {
            c.close();
        }
        this.busy = new Random().nextBoolean();
        if (this.busy) {
            c.close();
        }
    }

    void countedInBetweenBad() throws SQLException {
        Connection c = pool.getConnection(); // LEAK: not-closed-on-path
        if (this.used > 3) {
            c.close();
        }
        this.used = new Random().nextInt();
        if (!(this.used > 3)) {
            c.close();
        }
    }

    void askedTwiceOk() throws SQLException {
        Connection c = pool.getConnection();
        if (this.busy) {
            c.close();
        }
        if (!this.busy) {
            c.close();
        }
    }

    void writtenBothWaysOk() throws SQLException {
        Connection c = pool.getConnection();
        if (this.busy) {
            c.close();
        }
        if (!busy) {
            c.close();
        }
    }
}
