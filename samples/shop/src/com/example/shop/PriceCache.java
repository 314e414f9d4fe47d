package com.example.shop;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Remembers prices. Wrong: it keeps a connection of its own and has no way to give it back. */
public class PriceCache {
    private final Connection connection;
    private final Map<String, BigDecimal> prices = new HashMap<>();

    public PriceCache(DataSource pool) throws SQLException {
        this.connection = pool.getConnection();
    }

    /** Right in itself: what it opens, it closes. */
    public BigDecimal price(String product) throws SQLException {
        BigDecimal known = prices.get(product);
        if (known != null) {
            return known;
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT price FROM product WHERE name = ?")) {
            statement.setString(1, product);
            try (ResultSet rows = statement.executeQuery()) {
                BigDecimal price = rows.next() ? rows.getBigDecimal(1) : BigDecimal.ZERO;
                prices.put(product, price);
                return price;
            }
        }
    }
}
