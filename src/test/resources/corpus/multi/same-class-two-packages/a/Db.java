package a;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Opens anew with every call. */
public final class Db {
    private Db() {}

    public static Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:a");
    }
}
