package com.example.shop;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Bills of the old system. Two of its leaks are known and stand on the ignore list; the third does not. */
public class LegacyBilling {
    /** Known: the one caller lives as long as the program. */
    public ResultSet openLedger(String year) throws SQLException {
        String sql = "SELECT * FROM ledger WHERE year = '" + year + "'";
        ResultSet ledger = SQLService.executeQuery(sql);
        ledger.setFetchSize(1000);
        return ledger;
    }

    /** Known: runs once a year. */
    static final String firstReminder(String customer) throws SQLException {
        String sql = "SELECT text FROM reminder WHERE customer = '" + customer + "'";
        ResultSet reminder = SQLService.executeQuery(sql);
        return reminder.next() ? reminder.getString(1) : "";
    }

    /** Wrong: the bills are closed only when there are some, the notes not at all. */
    public int overdue(String customer) throws SQLException {
        String sql = "SELECT COUNT(*) FROM bill WHERE overdue AND customer = '" + customer + "'";
        ResultSet bills = SQLService.executeQuery(sql);
        String noteSql = "SELECT text FROM note WHERE customer = '" + customer + "'";
        ResultSet notes = SQLService.executeQuery(noteSql);
        int count = 0;
        if (bills.next()) {
            count = bills.getInt(1);
            SQLService.closeResultSet(bills);
        }
        return notes.next() ? count : 0;
    }
}
