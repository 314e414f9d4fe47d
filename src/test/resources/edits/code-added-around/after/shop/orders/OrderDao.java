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
        long start = System.nanoTime();
        log(start);
        Connection con = pool.getConnection(); // OUTSTANDING
        log(System.nanoTime());
        try (PreparedStatement count = con.prepareStatement("select count(*) from orders");
                ResultSet rows = count.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void log(long nanos) {
        System.out.println(nanos);
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
