package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of the files of a scan, in columns: there are thousands of them, and all are compared.
 *
 * @param paths their paths in the report
 * @param checksums what tells the content of each from others
 * @param lines the number of lines of each; -1 if it could not be read
 * @param lowered 1 for each that the flow analysis has, 0 for others
 * @param noted those that the first look showed something about
 */
record SavedFiles(List<String> paths, long[] checksums, int[] lines, int[] lowered, List<Noted> noted) {
    private static final int UNREAD = -1;

    /**
     * A file that the first look showed something about.
     *
     * @param file its index
     * @param findings what the patterns found
     * @param problems what was wrong
     */
    record Noted(int file, List<Finding> findings, List<Problem> problems) {}

    /**
     * A file.
     *
     * @param path its path in the report
     * @param checksum tells its content from others
     * @param facts what the first look at it showed
     */
    record Entry(String path, long checksum, SavedScan.FileFacts facts) {}

    static SavedFiles of(List<Entry> files) {
        List<Noted> noted = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            SavedScan.FileFacts facts = files.get(file).facts();
            if (!facts.findings().isEmpty() || !facts.problems().isEmpty()) {
                noted.add(new Noted(file, facts.findings(), facts.problems()));
            }
        }
        return new SavedFiles(
                files.stream().map(Entry::path).toList(),
                files.stream().mapToLong(Entry::checksum).toArray(),
                files.stream()
                        .mapToInt(file -> file.facts().lines().orElse(UNREAD))
                        .toArray(),
                files.stream()
                        .mapToInt(file -> file.facts().isLowered() ? 1 : 0)
                        .toArray(),
                noted);
    }

    /** Each of them by its path. */
    Map<String, Entry> byPath() {
        Map<Integer, Noted> notes = new HashMap<>();
        noted.forEach(each -> notes.put(each.file(), each));
        Map<String, Entry> found = new HashMap<>();
        for (int file = 0; file < paths.size(); file++) {
            Noted note = notes.getOrDefault(file, new Noted(file, List.of(), List.of()));
            SavedScan.FileFacts facts = new SavedScan.FileFacts(
                    lines[file] == UNREAD ? Optional.empty() : Optional.of(lines[file]),
                    lowered[file] != 0,
                    note.findings(),
                    note.problems());
            found.put(paths.get(file), new Entry(paths.get(file), checksums[file], facts));
        }
        return found;
    }
}
