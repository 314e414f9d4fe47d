package io.jenkins.plugins.connleak.core.scan;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** What was kept of a scan, by the paths of its files. */
final class KnownScan {
    private final SavedScan saved;
    private final Map<String, SavedFiles.Entry> files;
    private final Map<String, SavedScan.Finished> finished = new HashMap<>();

    KnownScan(SavedScan saved) {
        this.saved = saved;
        this.files = saved.files().byPath();
        saved.finished().forEach(each -> finished.put(each.path(), each));
    }

    SavedScan saved() {
        return saved;
    }

    /** All files that were read. */
    Map<String, SavedFiles.Entry> files() {
        return Collections.unmodifiableMap(files);
    }

    /** What was made of the files with findings. */
    Map<String, SavedScan.Finished> finished() {
        return Collections.unmodifiableMap(finished);
    }
}
