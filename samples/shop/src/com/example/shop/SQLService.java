package com.example.shop;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The house's old door to the database: one connection for the whole program, opened at its start and closed at its end. */
public final class SQLService {
    private static Connection shared;

    private SQLService() {}

    /** Opens the one connection. */
    public static synchronized void start() throws SQLException {
        if (shared == null) {
            shared = Db.open();
        }
    }

    /** Closes the one connection. */
    public static synchronized void stop() throws SQLException {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    /** The rows of a query; who asks hands them to {@link #closeResultSet}. */
    @SuppressWarnings("connleak") // the statement goes with its rows, in closeResultSet
    public static ResultSet executeQuery(String sql) throws SQLException {
        Statement statement = shared.createStatement();
        return statement.executeQuery(sql);
    }

    /** Changes rows; the number of rows changed. */
    public static int executeUpdate(String sql) throws SQLException {
        try (Statement statement = shared.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Closes rows and the statement they came from. */
    public static void closeResultSet(ResultSet rows) throws SQLException {
        if (rows != null) {
            Statement statement = rows.getStatement();
            rows.close();
            statement.close();
        }
    }
}
