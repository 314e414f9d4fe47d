package a;

import java.sql.Connection;
import java.sql.SQLException;

final class UserOfA {
    int countBad() throws SQLException {
        Connection connection = Db.connection(); // LEAK: never-closed
        return connection.getHoldability();
    }
}
