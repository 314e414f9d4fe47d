package com.example.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The ways in which the shop opens and closes what it has of the database. */
public final class Db {
    private static final Logger LOG = Logger.getLogger(Db.class.getName());
    private static final String URL = System.getProperty("shop.url", "jdbc:h2:mem:shop");

    private Db() {}

    /** A new connection; the caller closes it. */
    public static Connection open() throws SQLException {
        return DriverManager.getConnection(URL);
    }

    /** A new connection that is ready for a batch; the caller closes it. */
    public static Connection openForBatch() throws SQLException {
        Connection connection = open();
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Closes all three, whichever of them are there. */
    public static void release(ResultSet rows, Statement statement, Connection connection) {
        closeQuietly(rows);
        closeQuietly(statement);
        closeQuietly(connection);
    }

    /** Closes one thing, if it is there, and logs what goes wrong. */
    public static void closeQuietly(AutoCloseable closeable) {
        if (closeable == null) {
            return;
        }
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "could not be closed", e);
        }
    }
}
