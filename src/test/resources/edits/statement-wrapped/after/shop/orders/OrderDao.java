package shop.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

class OrderDao {
    private final DataSource pool;

    OrderDao(DataSource pool) {
        this.pool = pool;
    }

    int countOrders() throws SQLException {
        Connection con = pool.getConnection(); // OUTSTANDING
        try (PreparedStatement count = con.prepareStatement("select count(*) from orders");
                ResultSet rows = count.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    void touch() throws SQLException {
        Connection con = pool.getConnection(); // OUTSTANDING
        con.commit();
    }

    void close(Connection shared, long order) throws SQLException {
        PreparedStatement find =
                shared.prepareStatement( // OUTSTANDING
                        "update orders set open = 0 where id = ?");
        find.setLong(1, order);
        find.executeUpdate();
        find.close();
    }
}
