package corpus.factories;

import com.mongodb.DBCursor;
import com.mongodb.DBObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import shop.Archive;
import shop.Callback;

/** Rows that a body asks code that can't be seen for and reads itself are its own to close. */
final class ReadToTheEnd {
    private final Archive archive;

    ReadToTheEnd(Archive archive) {
        this.archive = archive;
    }

    void eachBad(Callback<DBCursor> callback) {
        DBCursor cursor = callback.in("orders"); // LEAK: never-closed possible
        for (DBObject order : cursor) {
            System.out.println(order);
        }
    }

    int countBad(String customer) throws SQLException {
        ResultSet rows = archive.ordersOf(customer); // LEAK: never-closed possible
        int count = 0;
        while (rows.next()) {
            count++;
        }
        return count;
    }

    int countOk(String customer) throws SQLException {
        try (ResultSet rows = archive.ordersOf(customer)) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    String shownOk(String customer) throws SQLException {
        ResultSet rows = archive.row(customer);
        return rows.getString(1);
    }

    int lentOk() throws SQLException {
        ResultSet rows = archive.rows();
        int count = 0;
        while (rows.next()) {
            count++;
        }
        return count;
    }
}
