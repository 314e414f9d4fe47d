package com.example.shop;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Orders, from a pool. */
public class OrderDao {
    private final DataSource pool;

    public OrderDao(DataSource pool) {
        this.pool = pool;
    }

    /** Wrong: nothing here is ever closed; after a few calls the pool is empty. */
    public int openOrders(long customer) throws SQLException {
        Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM orders WHERE customer = ?");
        statement.setLong(1, customer);
        ResultSet rows = statement.executeQuery();
        rows.next();
        return rows.getInt(1);
    }

    /** Wrong: an order that is not there leaves by the early return, and the statement stays open. */
    public BigDecimal total(Connection connection, long order) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT total FROM orders WHERE id = ?");
        try {
            statement.setLong(1, order);
            ResultSet rows = statement.executeQuery();
            if (!rows.next()) {
                return BigDecimal.ZERO;
            }
            BigDecimal total = rows.getBigDecimal(1);
            statement.close();
            return total;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** Right: the key that the database made up, with its result set closed too. */
    public long place(long customer, BigDecimal total) throws SQLException {
        String sql = "INSERT INTO orders (customer, total) VALUES (?, ?)";
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            statement.setLong(1, customer);
            statement.setBigDecimal(2, total);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                if (keys.next()) {
                    return keys.getLong(1);
                }
                throw new SQLException("no key for the order of customer " + customer);
            }
        }
    }

    /** Right: the statement is closed by itself, since closing a pool's connection need not close it. */
    public void cancel(long order) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM line WHERE orders = " + order);
            statement.executeUpdate("DELETE FROM orders WHERE id = " + order);
        }
    }
}
