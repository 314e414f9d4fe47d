package corpus.libraries;

import java.io.File;
import java.io.IOException;
import org.iq80.leveldb.DB;
import org.iq80.leveldb.DBFactory;
import org.iq80.leveldb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.SstFileReader;
import org.rocksdb.TransactionLogIterator;

/** Stores in the process: RocksDB and LevelDB. */
final class KeyValueStores {
    int countBad(RocksDB store) {
        RocksIterator rows = store.newIterator(); // LEAK: never-closed
        int count = 0;
        for (rows.seekToFirst(); rows.isValid(); rows.next()) {
            count++;
        }
        return count;
    }

    int countOk(RocksDB store) {
        int count = 0;
        try (RocksIterator rows = store.newIterator()) {
            for (rows.seekToFirst(); rows.isValid(); rows.next()) {
                count++;
            }
        }
        return count;
    }

    byte[] readBad(String path, byte[] key) throws RocksDBException {
        RocksDB store = RocksDB.open(path); // LEAK: not-closed-on-exception
        byte[] value = store.get(key);
        store.close();
        return value;
    }

    byte[] readOk(String path, byte[] key) throws RocksDBException {
        try (RocksDB store = RocksDB.open(path)) {
            return store.get(key);
        }
    }

    byte[] levelBad(DBFactory factory, File file, byte[] key) throws IOException {
        DB store = factory.open(file, new Options()); // LEAK: never-closed
        return store.get(key);
    }

    long changesBad(RocksDB store, long since) throws RocksDBException {
        TransactionLogIterator log = store.getUpdatesSince(since); // LEAK: never-closed
        long count = 0;
        while (log.isValid()) {
            count++;
            log.next();
        }
        return count;
    }

    long changesOk(RocksDB store, long since) throws RocksDBException {
        try (TransactionLogIterator log = store.getUpdatesSince(since)) {
            long count = 0;
            while (log.isValid()) {
                count++;
                log.next();
            }
            return count;
        }
    }

    long entriesBad(org.rocksdb.Options options, String file) throws RocksDBException {
        SstFileReader reader = new SstFileReader(options); // LEAK: never-closed
        reader.open(file);
        return reader.getTableProperties().getNumEntries();
    }

    long entriesOk(org.rocksdb.Options options, String file) throws RocksDBException {
        try (SstFileReader reader = new SstFileReader(options)) {
            reader.open(file);
            return reader.getTableProperties().getNumEntries();
        }
    }

    long entriesOfTrackedOk(org.rocksdb.Options options, String file) throws RocksDBException {
        try (TrackedSstFileReader reader = TrackedSstFileReader.track(new SstFileReader(options))) {
            return reader.entries(file);
        }
    }
}
