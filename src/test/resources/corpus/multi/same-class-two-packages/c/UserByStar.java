package c;

import b.*;
import java.sql.*;

final class UserByStar {
    int countOk() throws SQLException {
        return Db.connection().getHoldability();
    }
}
