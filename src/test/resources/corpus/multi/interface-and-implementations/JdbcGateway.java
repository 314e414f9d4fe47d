package gate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

final class JdbcGateway implements Gateway {
    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:gate");
    }

    @Override
    public void disconnect(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            System.err.println(e);
        }
    }
}
