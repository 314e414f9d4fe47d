package com.example.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reports over the house's old door to the database. */
public class ReportService {
    /** Right. */
    public List<String> bestSellers() throws SQLException {
        String sql = "SELECT product FROM line GROUP BY product ORDER BY COUNT(*) DESC";
        List<String> products = new ArrayList<>();
        ResultSet rows = null;
        try {
            rows = SQLService.executeQuery(sql);
            while (rows.next()) {
                products.add(rows.getString(1));
            }
        } finally {
            SQLService.closeResultSet(rows);
        }
        return products;
    }

    /** Wrong: the rows are never handed back. */
    public String lastOrder() throws SQLException {
        String sql = "SELECT MAX(id) FROM orders";
        ResultSet rows = SQLService.executeQuery(sql);
        return rows.next() ? rows.getString(1) : "";
    }

    /** Closed by the language, which data flow sees. The regex file knows the house's own release only and reports it. */
    public String firstOrder() throws SQLException {
        String sql = "SELECT MIN(id) FROM orders";
        try (ResultSet rows = SQLService.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    /** Wrong: one result set per city, one closed at the end. */
    public int orders(List<String> cities) throws SQLException {
        int orders = 0;
        ResultSet rows = null;
        for (String city : cities) {
            String sql = "SELECT COUNT(*) FROM orders WHERE city = '" + city + "'";
            rows = SQLService.executeQuery(sql);
            if (rows.next()) {
                orders += rows.getInt(1);
            }
        }
        SQLService.closeResultSet(rows);
        return orders;
    }

    /** Right: each turn closes what it opened. */
    public int customers(List<String> cities) throws SQLException {
        int customers = 0;
        for (String city : cities) {
            String sql = "SELECT COUNT(*) FROM customer WHERE city = '" + city + "'";
            ResultSet rows = SQLService.executeQuery(sql);
            try {
                customers += rows.next() ? rows.getInt(1) : 0;
            } finally {
                SQLService.closeResultSet(rows);
            }
        }
        return customers;
    }
}
