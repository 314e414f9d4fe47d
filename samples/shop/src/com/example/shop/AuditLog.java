package com.example.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes down who did what. Right: holds its connection for life and closes it at the end of it. */
public final class AuditLog implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;

    public AuditLog(DataSource pool) throws SQLException {
        connection = pool.getConnection();
        try {
            insert = connection.prepareStatement("INSERT INTO audit (who, what) VALUES (?, ?)");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    public synchronized void write(String who, String what) throws SQLException {
        insert.setString(1, who);
        insert.setString(2, what);
        insert.executeUpdate();
    }

    @Override
    public synchronized void close() throws SQLException {
        try {
            insert.close();
        } finally {
            connection.close();
        }
    }
}
