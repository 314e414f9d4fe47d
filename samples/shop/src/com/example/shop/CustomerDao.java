package com.example.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Customers, in the style of the shop's early days: everything declared first, everything released in finally. */
public class CustomerDao {
    private static final String BY_ID = "SELECT id, name, city FROM customer WHERE id = ?";
    private static final String BY_CITY = "SELECT id, name, city FROM customer WHERE city = ?";

    /** Right: released by the house's helper on every way out. */
    public Optional<Customer> find(long id) throws SQLException {
        Connection connection = null;
        PreparedStatement statement = null;
        ResultSet rows = null;
        try {
            connection = Db.open();
            statement = connection.prepareStatement(BY_ID);
            statement.setLong(1, id);
            rows = statement.executeQuery();
            return rows.next() ? Optional.of(read(rows)) : Optional.empty();
        } finally {
            Db.release(rows, statement, connection);
        }
    }

    /** Wrong: a query that fails leaves connection and statement open. */
    public List<Customer> inCity(String city) throws SQLException {
        Connection connection = Db.open();
        PreparedStatement statement = connection.prepareStatement(BY_CITY);
        statement.setString(1, city);
        ResultSet rows = statement.executeQuery();
        List<Customer> customers = new ArrayList<>();
        while (rows.next()) {
            customers.add(read(rows));
        }
        rows.close();
        statement.close();
        connection.close();
        return customers;
    }

    /** Right: each thing has its own null check, and closing the statement closes its rows. */
    public int count() throws SQLException {
        Connection connection = null;
        PreparedStatement statement = null;
        try {
            connection = Db.open();
            statement = connection.prepareStatement("SELECT COUNT(*) FROM customer");
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getInt(1);
        } finally {
            try {
                if (statement != null) {
                    statement.close();
                }
            } finally {
                if (connection != null) {
                    connection.close();
                }
            }
        }
    }

    private static Customer read(ResultSet rows) throws SQLException {
        return new Customer(rows.getLong(1), rows.getString(2), rows.getString(3));
    }
}
