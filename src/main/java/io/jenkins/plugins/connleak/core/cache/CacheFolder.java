package io.jenkins.plugins.connleak.core.cache;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A folder of cache files, one for each key. Options, team files and versions change, and nobody asks again for what was
 * kept for the old ones: who uses a file says so, and what has not been used for long is deleted. Other files in the
 * folder are let be. Safe with several scans at once: one whose file goes while it wants to read it does without.
 */
public final class CacheFolder {
    /** Files that have not been used for so long are deleted. */
    static final Duration KEPT_UNUSED = Duration.ofDays(30);

    /** So many files are kept at most, those that were used last. */
    static final int MOST_FILES = 20;

    /** What was begun so long ago and is not in its place belongs to nobody who still writes. */
    static final Duration LONGEST_WRITE = Duration.ofDays(1);

    private static final Pattern KEPT = Pattern.compile("[a-z]+-[0-9a-f]{16}" + Pattern.quote(CacheFile.SUFFIX));
    private static final Pattern BEGUN = Pattern.compile("new\\d+" + Pattern.quote(CacheFile.BEGUN_SUFFIX));

    private final Path folder;
    private final Clock clock;

    /** That folder, which need not be there yet. */
    public CacheFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * The file for a key.
     *
     * @param what what is in it: a word of small letters
     * @param key a text of any length that says all on which the content depends
     */
    public CacheFile file(String what, String key) {
        return new CacheFile(folder, what, key);
    }

    private record Kept(Path file, Instant usedAt) {}

    /**
     * Notes that a file of the folder is in use, and deletes the others that have not been for long.
     *
     * @throws IOException if the folder can't be written
     */
    public void use(CacheFile file) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant now = clock.instant();
        if (Files.isRegularFile(file.path())) {
            Files.setLastModifiedTime(file.path(), FileTime.from(now));
        }
        List<Kept> kept = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path each : files) {
                sort(each, now, kept);
            }
        }
        kept.sort(Comparator.comparing(Kept::usedAt).reversed().thenComparing(Kept::file));
        for (int i = 0; i < kept.size(); i++) {
            if (i >= MOST_FILES || isOlder(kept.get(i).usedAt(), now, KEPT_UNUSED)) {
                Files.deleteIfExists(kept.get(i).file());
            }
        }
    }

    private static void sort(Path file, Instant now, List<Kept> kept) throws IOException {
        String name = String.valueOf(file.getFileName());
        boolean isBegun = BEGUN.matcher(name).matches();
        if (!isBegun && !KEPT.matcher(name).matches()) {
            return;
        }
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException gone) {
            // another scan has deleted it, or put it in its place
            return;
        }
        Instant usedAt = attributes.lastModifiedTime().toInstant();
        if (!attributes.isRegularFile()) {
            return;
        }
        if (!isBegun) {
            kept.add(new Kept(file, usedAt));
        } else if (isOlder(usedAt, now, LONGEST_WRITE)) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isOlder(Instant time, Instant now, Duration age) {
        return time.isBefore(now.minus(age));
    }
}
