package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.source.FoundFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An earlier scan, and which of its files are still the same. */
final class EarlierScan {
    private final KnownScan known;
    private final Set<String> same;
    private final List<FoundFile> found;

    /**
     * A scan.
     *
     * @param same paths of its files that are as they were
     * @param found the files that there are now
     */
    EarlierScan(KnownScan known, Set<String> same, List<FoundFile> found) {
        this.known = known;
        this.same = Set.copyOf(same);
        this.found = List.copyOf(found);
    }

    SavedScan saved() {
        return known.saved();
    }

    /** Whether a file is as it was. */
    boolean isSame(String path) {
        return same.contains(path);
    }

    /** The files that are new or not as they were. */
    List<FoundFile> changed() {
        return found.stream().filter(file -> !isSame(file.path())).toList();
    }

    /** The files that are as they were. */
    List<FoundFile> unchanged() {
        return found.stream().filter(file -> isSame(file.path())).toList();
    }

    /** Whether no file came, went or changed. */
    boolean isWholeSame() {
        return same.size() == found.size() && same.size() == known.files().size();
    }

    /** What was known of a file that is as it was. */
    SavedScan.FileFacts facts(String path) {
        return file(path).facts();
    }

    /** The content that a file had. */
    long checksum(String path) {
        return file(path).checksum();
    }

    private SavedFiles.Entry file(String path) {
        SavedFiles.Entry entry = known.files().get(path);
        if (entry == null) {
            throw new IllegalArgumentException("nothing is kept of " + path);
        }
        return entry;
    }

    /** The paths that the flow analysis had and has no longer, given those that it has now of the changed ones. */
    Set<String> gone(Set<String> loweredNow) {
        return known.files().values().stream()
                .filter(file -> file.facts().isLowered())
                .map(SavedFiles.Entry::path)
                .filter(path -> !isSame(path) && !loweredNow.contains(path))
                .collect(Collectors.toSet());
    }

    /** What was made of a file before, if it is as it was and the same is wanted of it. */
    Optional<FileFinish.Result> finished(FileFinish.Task task) {
        String path = task.file().path();
        return Optional.ofNullable(known.finished().get(path))
                .filter(each -> isSame(path) && each.isOf(task))
                .map(SavedScan.Finished::result);
    }
}
