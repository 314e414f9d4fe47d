package corpus.libraries;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.hbase.Cell;
import org.apache.hadoop.hbase.client.Scan;
import org.apache.hadoop.hbase.regionserver.Region;
import org.apache.hadoop.hbase.regionserver.RegionScanner;

/** Scanners of a region, as coprocessors open them. */
final class RegionScanners {
    void readBad(Region region, Scan scan, List<Cell> cells) throws IOException {
        RegionScanner scanner = region.getScanner(scan); // LEAK: not-closed-on-exception
        while (scanner.next(cells)) {
            cells.clear();
        }
        scanner.close();
    }

    void readOk(Region region, Scan scan, List<Cell> cells) throws IOException {
        RegionScanner scanner = region.getScanner(scan);
        try {
            while (scanner.next(cells)) {
                cells.clear();
            }
        } finally {
            scanner.close();
        }
    }

    RegionScanner handedOutOk(Region region, Scan scan) throws IOException {
        return region.getScanner(scan);
    }
}
