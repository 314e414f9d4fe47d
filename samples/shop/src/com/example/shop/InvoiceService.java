package com.example.shop;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Invoices: lambdas, procedures, and a connection that may be the caller's. */
public class InvoiceService {
    private final DataSource pool;

    public InvoiceService(DataSource pool) {
        this.pool = pool;
    }

    /** Right: opened here only if the caller brought none, and closed here only then. */
    public String print(Connection given, long invoice) throws SQLException {
        Connection connection = given != null ? given : pool.getConnection();
        try (CallableStatement call = connection.prepareCall("{? = call print_invoice(?)}")) {
            call.registerOutParameter(1, Types.VARCHAR);
            call.setLong(2, invoice);
            call.execute();
            return call.getString(1);
        } finally {
            if (given == null) {
                connection.close();
            }
        }
    }

    /** Wrong: the work that is handed out later opens a connection and keeps it. */
    public Callable<Integer> counter() {
        return () -> {
            Connection connection = pool.getConnection();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM invoice")) {
                rows.next();
                return rows.getInt(1);
            }
        };
    }

    /** Right: the loop ends, the rows close, whatever the reader of numbers does. */
    public void forEach(Consumer<String> reader) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number FROM invoice")) {
            while (rows.next()) {
                reader.accept(rows.getString(1));
            }
        }
    }

    /** Wrong: if closing the rows fails, the connection is never reached. */
    public int reminders() throws SQLException {
        Connection connection = pool.getConnection();
        Statement statement = null;
        ResultSet rows = null;
        try {
            statement = connection.createStatement();
            rows = statement.executeQuery("SELECT COUNT(*) FROM reminder");
            return rows.next() ? rows.getInt(1) : 0;
        } finally {
            if (rows != null) {
                rows.close();
            }
            if (statement != null) {
                statement.close();
            }
            connection.close();
        }
    }
}
