package com.example.shop;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The shop's nightly run. */
public final class Shop {
    private Shop() {}

    public static void main(String[] args) throws SQLException {
        SQLService.start();
        try (Connection connection = Db.open()) {
            System.out.println(SchemaCheck.tables(connection));
            new StockDao().put(connection, List.of(args));
            report();
        } finally {
            SQLService.stop();
        }
    }

    private static void report() throws SQLException {
        ReportService reports = new ReportService();
        System.out.println(reports.bestSellers());
        System.out.println(reports.lastOrder());
        System.out.println(new CustomerDao().count());
    }
}
