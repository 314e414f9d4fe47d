package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.cache.CacheFile;
import io.jenkins.plugins.connleak.core.cache.CacheFolder;
import io.jenkins.plugins.connleak.core.cache.DamagedCacheException;
import io.jenkins.plugins.connleak.core.cache.RecordReader;
import io.jenkins.plugins.connleak.core.cache.RecordWriter;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.source.FoundFile;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where a scan keeps what it found out, and what of that still holds for the files that are there now. Whatever is wrong
 * with it costs time and nothing else: the scan does without, says so, and writes it anew.
 */
final class ScanCache {
    /** Up to so many changed files are looked at by themselves, ... */
    private static final int FEW = 20;

    /** ... and up to that part of all; with more the whole is looked at and kept anew, so that changes don't pile up. */
    private static final double SMALL_PART = 0.05;

    private final CacheFolder folder;
    private final CacheFile file;
    private final ScanProgress progress;

    ScanCache(Path folder, ScanPlan plan, ScanProgress progress) throws ConfigurationException {
        this.folder = new CacheFolder(folder, Clock.systemUTC());
        this.file = this.folder.file(plan.cacheKey());
        this.progress = progress;
    }

    /** What was kept, if most of it holds. */
    Optional<EarlierScan> earlier(List<FoundFile> found, Workers workers, ScanPlan plan) throws InterruptedException {
        deleteUnused();
        Optional<SavedScan> saved = read();
        if (saved.isEmpty()) {
            return Optional.empty();
        }
        Map<String, SavedScan.FileRecord> known = new HashMap<>();
        saved.get().files().forEach(each -> known.put(each.path(), each));
        List<OptionalLong> checksums = workers.map(found, plan.reader()::checksums);
        Set<String> same = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            SavedScan.FileRecord before = known.get(found.get(i).path());
            OptionalLong now = checksums.get(i);
            if (before != null && now.isPresent() && now.getAsLong() == before.checksum()) {
                same.add(found.get(i).path());
            }
        }
        int changed = found.size() + known.size() - 2 * same.size();
        boolean isFew = changed <= Math.max(FEW, SMALL_PART * known.size());
        progress.note(String.format(
                Locale.ROOT,
                "cache: %d of %d files are as they were%s",
                same.size(),
                found.size(),
                isFew ? "" : ", too few to make use of it"));
        return isFew ? Optional.of(new EarlierScan(saved.get(), same, found)) : Optional.empty();
    }

    private Optional<SavedScan> read() {
        try {
            Optional<byte[]> content = file.read();
            if (content.isEmpty()) {
                progress.note("cache: nothing is kept yet");
                return Optional.empty();
            }
            return Optional.of(new RecordReader(content.get()).read(SavedScan.class));
        } catch (IOException e) {
            progress.note("cache: " + file.path() + " can't be read and is made anew: " + e);
        } catch (DamagedCacheException e) {
            progress.note("cache: " + file.path() + " is made anew: " + e.getMessage());
        }
        return Optional.empty();
    }

    private void deleteUnused() {
        try {
            folder.use(file);
        } catch (IOException e) {
            progress.note("cache: old files beside " + file.path() + " could not be deleted: " + e);
        }
    }

    /** Keeps a scan. */
    void write(SavedScan scan) {
        RecordWriter writer = new RecordWriter();
        writer.write(scan);
        try {
            file.write(writer.toByteArray());
        } catch (IOException e) {
            progress.note("cache: nothing could be kept in " + file.path() + ", and the next scan starts anew; is it in"
                    + " a folder that can be written? " + e);
        }
    }
}
