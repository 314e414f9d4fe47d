package gate;

import java.sql.Connection;
import java.sql.SQLException;

public interface Gateway {
    Connection connect() throws SQLException;

    void disconnect(Connection connection);
}
