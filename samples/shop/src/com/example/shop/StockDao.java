package com.example.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What is on the shelves; its callers bring the connection. */
public class StockDao {
    /** Wrong: a new statement per product, and only the last one is closed. */
    public void take(Connection connection, List<String> products) throws SQLException {
        PreparedStatement statement = null;
        try {
            for (String product : products) {
                statement = connection.prepareStatement("UPDATE stock SET pieces = pieces - 1 WHERE product = ?");
                statement.setString(1, product);
                statement.executeUpdate();
            }
        } finally {
            if (statement != null) {
                statement.close();
            }
        }
    }

    /** Right: prepared once, executed often. */
    public void put(Connection connection, List<String> products) throws SQLException {
        String sql = "UPDATE stock SET pieces = pieces + 1 WHERE product = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (String product : products) {
                statement.setString(1, product);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Right: a statement that is executed again closes the rows of its last query. */
    public int pieces(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery("SELECT SUM(pieces) FROM stock");
            int pieces = rows.next() ? rows.getInt(1) : 0;
            rows = statement.executeQuery("SELECT SUM(pieces) FROM reserve");
            return rows.next() ? pieces + rows.getInt(1) : pieces;
        }
    }

    /** Right: rows are left open until the statement of the caller is closed by this very method. */
    public boolean isLow(PreparedStatement limit, String product) throws SQLException {
        try {
            limit.setString(1, product);
            return !limit.executeQuery().next();
        } finally {
            limit.close();
        }
    }
}
