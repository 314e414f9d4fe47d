package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.source.FoundFile;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What an earlier scan found out, and what of that still holds for the files that are there now. */
final class ScanCache {
    /** Up to so many changed files are looked at by themselves, ... */
    private static final int FEW = 20;

    /** ... and up to that part of all; with more the whole is looked at and kept anew, so that changes don't pile up. */
    private static final double SMALL_PART = 0.05;

    private final KeptRecords.Entry<SavedScan> entry;
    private final ScanProgress progress;

    ScanCache(KeptRecords kept, ScanPlan plan, ScanProgress progress) throws ConfigurationException {
        this.entry = kept.entry(SavedScan.class, "scan", plan.cacheKey());
        this.progress = progress;
    }

    /** What was kept, if most of it holds. */
    Optional<EarlierScan> earlier(List<FoundFile> found, Workers workers, ScanPlan plan) throws InterruptedException {
        if (entry.isMissing()) {
            progress.note("cache: nothing is kept yet");
        }
        Optional<KnownScan> saved = entry.read(KnownScan::new);
        if (saved.isEmpty()) {
            return Optional.empty();
        }
        Map<String, SavedFiles.Entry> known = saved.get().files();
        List<OptionalLong> checksums = workers.map(found, plan.reader()::checksums);
        Set<String> same = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            SavedFiles.Entry before = known.get(found.get(i).path());
            OptionalLong now = checksums.get(i);
            if (before != null && now.isPresent() && now.getAsLong() == before.checksum()) {
                same.add(found.get(i).path());
            }
        }
        int changed = found.size() + known.size() - 2 * same.size();
        boolean isFew = changed <= Math.max(FEW, SMALL_PART * known.size());
        progress.note("cache: " + same.size() + " of " + found.size() + " files are as they were"
                + (isFew ? "" : ", too few to make use of it"));
        return isFew ? Optional.of(new EarlierScan(saved.get(), same, found)) : Optional.empty();
    }

    /** Keeps a scan. */
    void write(SavedScan scan) {
        entry.write(scan);
    }
}
