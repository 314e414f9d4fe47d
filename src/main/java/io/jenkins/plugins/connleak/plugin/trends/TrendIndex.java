package io.jenkins.plugins.connleak.plugin.trends;

import io.jenkins.plugins.connleak.plugin.AtomicFiles;
import io.jenkins.plugins.connleak.plugin.actions.ScanId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * The trend of one scan of a job: a text file beside the job's builds, {@code connleak/<id>.index}, with a line per
 * build, so that a job page is drawn without loading a build. Written whole and at once, under a lock; a line that is
 * damaged is left out and reported, and the rest is still read.
 */
public final class TrendIndex {
    /** Most points that are kept, the newest. */
    static final int MAX_POINTS = 10_000;

    /** Most scans of one job that have a trend. */
    static final int MAX_SCANS = 50;

    private static final String HEADER = "connleak-index 3";
    private static final String HEADER_OF_SECOND_VERSION = "connleak-index 2";
    private static final String HEADER_OF_FIRST_VERSION = "connleak-index 1";
    private static final String FOLDER = "connleak";
    private static final String SUFFIX = ".index";
    private static final IndexCache CACHE = new IndexCache();
    private static final Deletions DELETIONS = new Deletions();
    private static final Object[] LOCKS = Stream.generate(Object::new).limit(64).toArray();

    /** What became of an index file. */
    public enum State {
        /** There is none. */
        MISSING,
        /** It is whole. */
        INTACT,
        /** Lines of it, or all of it, can't be read. */
        DAMAGED
    }

    /**
     * What an index file holds.
     *
     * @param points the points that could be read, by build number
     * @param state whether they are all
     */
    public record Content(List<TrendPoint> points, State state) {
        public Content {
            points = List.copyOf(points);
        }
    }

    private final Path jobFolder;
    private final Path file;

    private TrendIndex(Path jobFolder, Path file) {
        this.jobFolder = jobFolder;
        this.file = file;
    }

    /** The index of scan {@code id} in the folder of a job. */
    public static TrendIndex of(Path jobFolder, String id) {
        return new TrendIndex(jobFolder, jobFolder.resolve(FOLDER).resolve(id + SUFFIX));
    }

    /** Ids of the scans of a job that have an index, sorted. Costs one look at a folder, or less. */
    public static List<String> ids(Path jobFolder) throws IOException {
        try (Stream<Path> files = Files.list(jobFolder.resolve(FOLDER))) {
            return files.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(ScanId::isValid)
                    .sorted()
                    .limit(MAX_SCANS)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Reads what can be read; as long as the file stays as it is, from memory. */
    public Content read() throws IOException {
        try {
            return CACHE.get(file, TrendIndex::parse);
        } catch (NoSuchFileException e) {
            return new Content(List.of(), State.MISSING);
        }
    }

    private static Content parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        boolean intact = text.endsWith("\n") && isHeader(lines.get(0));
        NavigableMap<Integer, TrendPoint> points = new TreeMap<>();
        for (String line : lines.isEmpty() ? lines : lines.subList(1, lines.size())) {
            Optional<TrendPoint> point = TrendLine.read(line);
            point.ifPresent(one -> points.put(one.number(), one));
            intact &= point.isPresent();
        }
        return new Content(new ArrayList<>(points.values()), intact ? State.INTACT : State.DAMAGED);
    }

    private static boolean isHeader(String line) {
        return line.equals(HEADER) || line.equals(HEADER_OF_SECOND_VERSION) || line.equals(HEADER_OF_FIRST_VERSION);
    }

    /**
     * Adds a point, or replaces the one of the same build; says what became of the file before.
     *
     * @throws NoSuchFileException if the job's folder is gone: a job that was deleted is not begun again
     */
    public State put(TrendPoint point) throws IOException {
        synchronized (lock()) {
            if (!Files.isDirectory(jobFolder)) {
                throw new NoSuchFileException(jobFolder.toString(), null, "the job is gone");
            }
            DELETIONS.forget(file, point.number());
            Content before = read();
            NavigableMap<Integer, TrendPoint> points = byNumber(before.points());
            points.put(point.number(), point);
            write(points);
            return before.state();
        }
    }

    /**
     * Takes the point of a build away, if there is one. A damaged file stays as it is: written whole it would pass for
     * one that never had more points, and {@link #mend} drops those of deleted builds anyway.
     */
    public void remove(int number) throws IOException {
        synchronized (lock()) {
            DELETIONS.remember(file, number);
            Content before = read();
            NavigableMap<Integer, TrendPoint> points = byNumber(before.points());
            if (before.state() == State.INTACT && points.remove(number) != null) {
                write(points);
            }
        }
    }

    /**
     * Adds the points that the builds themselves tell, and drops those of builds that are gone, or were deleted while
     * the points were collected: Jenkins tells of a deletion before it takes the build's folder away.
     */
    public void mend(Collection<TrendPoint> found, IntPredicate isBuild) throws IOException {
        synchronized (lock()) {
            if (Files.isDirectory(jobFolder)) {
                NavigableMap<Integer, TrendPoint> points = byNumber(read().points());
                found.forEach(point -> points.put(point.number(), point));
                points.keySet().removeIf(number -> !isBuild.test(number) || DELETIONS.isKnown(file, number));
                write(points);
            }
        }
    }

    private static NavigableMap<Integer, TrendPoint> byNumber(List<TrendPoint> points) {
        NavigableMap<Integer, TrendPoint> byNumber = new TreeMap<>();
        points.forEach(point -> byNumber.put(point.number(), point));
        return byNumber;
    }

    private void write(NavigableMap<Integer, TrendPoint> points) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        points.values().stream()
                .skip(Math.max(0, points.size() - MAX_POINTS))
                .forEach(point -> text.append(TrendLine.write(point)).append('\n'));
        AtomicFiles.write(file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private Object lock() {
        return LOCKS[Math.floorMod(file.hashCode(), LOCKS.length)];
    }
}
