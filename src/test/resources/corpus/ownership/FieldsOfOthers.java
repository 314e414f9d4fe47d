package corpus.ownership;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection in a field of another object is that object's; it is ours as long as the object is. */
final class FieldsOfOthers {
    static final class Holder {
        Connection connection;
    }

    static Connection shared;

    private final DataSource pool;

    FieldsOfOthers(DataSource pool) {
        this.pool = pool;
    }

    void intoTheirsOk(Holder theirs) throws SQLException {
        theirs.connection = pool.getConnection();
    }

    void intoAStaticFieldOk() throws SQLException {
        FieldsOfOthers.shared = pool.getConnection();
    }

    Holder returnedOk() throws SQLException {
        Holder ours = new Holder();
        ours.connection = pool.getConnection();
        return ours;
    }

    void forgottenBad() throws SQLException {
        Holder ours = new Holder();
        ours.connection = pool.getConnection(); // LEAK: never-closed
    }

    void anotherIsStoredBad(Holder theirs) throws SQLException {
        Connection mine = pool.getConnection(); // LEAK: never-closed
        Connection other = pool.getConnection();
        theirs.connection = other;
    }
}
