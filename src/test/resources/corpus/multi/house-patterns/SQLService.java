package corpus.multi.housepatterns;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The house's door to the database. */
final class SQLService {
    private SQLService() {}

    static native ResultSet executeQuery(String sql) throws SQLException;

    static native void closeResultSet(ResultSet rows);
}
