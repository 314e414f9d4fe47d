package com.example.shop;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Products, in today's style. */
public final class ProductDao {
    private final DataSource pool;

    public ProductDao(DataSource pool) {
        this.pool = pool;
    }

    /** Right. */
    public Map<String, BigDecimal> prices() throws SQLException {
        var prices = new TreeMap<String, BigDecimal>();
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name, price FROM product")) {
            while (rows.next()) {
                prices.put(rows.getString("name"), rows.getBigDecimal("price"));
            }
        }
        return prices;
    }

    /** Right: a resource that is there already may be named in the head of try. */
    public boolean exists(String name) throws SQLException {
        final Connection connection = pool.getConnection();
        try (connection) {
            try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM product WHERE name = ?")) {
                statement.setString(1, name);
                return statement.executeQuery().next();
            }
        }
    }

    /** Wrong: connection and statement have no name, so nobody can close them. */
    public boolean isEmpty() throws SQLException {
        return !pool.getConnection().prepareStatement("SELECT 1 FROM product").executeQuery().next();
    }

    /** Right: the statement is handed to the caller, or closed here if that fails. */
    static PreparedStatement priceUpdate(Connection connection, int timeoutSeconds) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("UPDATE product SET price = ? WHERE name = ?");
        try {
            statement.setQueryTimeout(timeoutSeconds);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
        return statement;
    }

    /** Right: what a factory of this class hands out is closed. */
    public int raise(Map<String, BigDecimal> prices) throws SQLException {
        int changed = 0;
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = priceUpdate(connection, 30)) {
            for (Map.Entry<String, BigDecimal> price : prices.entrySet()) {
                statement.setBigDecimal(1, price.getValue());
                statement.setString(2, price.getKey());
                changed += statement.executeUpdate();
            }
        }
        return changed;
    }
}
