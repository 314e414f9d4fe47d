package c;

import b.Db;
import java.sql.Connection;
import java.sql.SQLException;

final class UserOfB {
    int countOk() throws SQLException {
        Connection connection = Db.connection();
        return connection.getHoldability();
    }

    int qualifiedBad() throws SQLException {
        Connection connection = a.Db.connection(); // LEAK: never-closed
        return connection.getHoldability();
    }
}
