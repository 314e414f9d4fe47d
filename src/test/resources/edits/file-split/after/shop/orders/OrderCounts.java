package shop.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

class OrderCounts {
    private final DataSource pool;

    OrderCounts(DataSource pool) {
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
}
