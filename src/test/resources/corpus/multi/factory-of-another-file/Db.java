package corpus.multi.factoryofanotherfile;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The house's factory. */
final class Db {
    private Db() {}

    static Connection begin() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:shop");
    }
}
