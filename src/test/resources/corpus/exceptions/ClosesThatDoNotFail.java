package corpus.exceptions;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.hadoop.hbase.TableName;
import org.apache.hadoop.hbase.client.ResultScanner;
import org.apache.hadoop.hbase.client.Scan;
import org.apache.hadoop.hbase.client.Table;

/** Closing something skips the next close only if it declares that it may fail; some other calls never fail either. */
final class ClosesThatDoNotFail {
    void scannerThenTableOk(org.apache.hadoop.hbase.client.Connection connection) throws IOException {
        Table table = connection.getTable(TableName.valueOf("visits"));
        ResultScanner scanner = null;
        try {
            scanner = table.getScanner(new Scan());
            scanner.next();
        } finally {
            if (scanner != null) {
                scanner.close();
            }
            table.close();
        }
    }

    void twoTablesBad(org.apache.hadoop.hbase.client.Connection connection) throws IOException {
        Table first = null;
        Table second = null;
        try {
            first = connection.getTable(TableName.valueOf("visits"));
            second = connection.getTable(TableName.valueOf("owners")); // LEAK: not-closed-on-exception possible
            second.exists(null);
        } finally {
            if (first != null) {
                first.close();
            }
            if (second != null) {
                second.close();
            }
        }
    }

    void loggedOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.executeUpdate("DELETE FROM visits");
        } catch (SQLException e) {
            Logger.global.log(Level.FINE, "not deleted");
            throw e;
        } finally {
            Logger.global.log(Level.FINE, "closed now");
            statement.close();
        }
    }

    void quietCallsOk(DataSource pool, CountDownLatch latch, String catalog) throws SQLException {
        Connection connection = pool.getConnection();
        Thread.yield();
        latch.countDown();
        Thread.currentThread().setContextClassLoader(null);
        String name = Optional.ofNullable(catalog).orElse("shop");
        try {
            connection.setCatalog(name);
        } finally {
            connection.close();
        }
    }

    void flagOk(DataSource pool, AtomicBoolean stopping) throws SQLException {
        Connection connection = pool.getConnection();
        if (stopping.get()) {
            connection.close();
            return;
        }
        try {
            connection.commit();
        } finally {
            connection.close();
        }
    }

    void sleepBad(DataSource pool) throws SQLException, InterruptedException {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        Thread.sleep(10);
        connection.close();
    }
}
