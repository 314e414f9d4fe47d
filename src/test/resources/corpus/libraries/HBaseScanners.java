package corpus.libraries;

import java.io.IOException;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.ResultScanner;
import org.apache.hadoop.hbase.client.Scan;
import org.apache.hadoop.hbase.client.Table;

/** A scanner holds a lease of the region server. */
final class HBaseScanners {
    int countOk(Table table) throws IOException {
        int count = 0;
        try (ResultScanner scanner = table.getScanner(new Scan())) {
            for (Result result : scanner) {
                count += result.size();
            }
        }
        return count;
    }

    int countBad(Table table) throws IOException {
        int count = 0;
        ResultScanner scanner = table.getScanner(new Scan()); // LEAK: never-closed
        for (Result result : scanner) {
            count += result.size();
        }
        return count;
    }

    int headBad(Table table, byte[] family) throws IOException {
        int count = 0;
        for (Result result : table.getScanner(family)) { // LEAK: never-closed
            count += result.size();
        }
        return count;
    }

    boolean emptyBad(Table table) throws IOException {
        ResultScanner scanner = table.getScanner(new Scan()); // LEAK: not-closed-on-path
        if (scanner.next() == null) {
            return true;
        }
        scanner.close();
        return false;
    }

    int closedBehindTheLoopBad(Table table) throws IOException {
        int count = 0;
        ResultScanner scanner = table.getScanner(new Scan()); // LEAK: not-closed-on-exception
        for (Result result : scanner) {
            count++;
        }
        scanner.close();
        return count;
    }

    int closedBehindTheLoopOk(Table table) throws IOException {
        int count = 0;
        ResultScanner scanner = table.getScanner(new Scan());
        try {
            for (Result result : scanner) {
                count++;
            }
        } finally {
            scanner.close();
        }
        return count;
    }
}
