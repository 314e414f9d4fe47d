package shop.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

class Orders {
    private final DataSource pool;

    Orders(DataSource pool) {
        this.pool = pool;
    }

    void touch() throws SQLException {
        Connection con = pool.getConnection(); // OUTSTANDING
        con.commit();
    }

    void close(Connection shared, long order) throws SQLException {
        PreparedStatement find = shared.prepareStatement("update orders set open = 0 where id = ?"); // OUTSTANDING
        find.setLong(1, order);
        find.executeUpdate();
        find.close();
    }
}
