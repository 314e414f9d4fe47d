package io.jenkins.plugins.connleak.plugin.rows;

import io.jenkins.plugins.connleak.core.export.JsonReportParts;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.plugin.AtomicFiles;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The index of one report on disk, and the files that it points into. An index that is missing, damaged or of another
 * version is made again from the report; if the disk does not take it, it serves the one request for which it was made.
 */
public final class RowsFile {
    private static final Logger LOGGER = Logger.getLogger(RowsFile.class.getName());

    /** Most bytes of one part: a leak of the greatest number of steps with the longest texts is not shown. */
    private static final int MAX_PART = 64 * 1024 * 1024;

    /** Held while an index is made, so that many readers at once make one after the other. */
    private static final Object MAKING = new Object();

    private final Parts parts;
    private final Maker maker;

    /**
     * The files.
     *
     * @param index the index
     * @param report the report
     * @param fixed the report of fixed leaks, which need not exist
     * @param sources the kept source lines
     */
    public record Parts(Path index, Path report, Path fixed, Path sources) {
        public Parts {
            Objects.requireNonNull(index);
            Objects.requireNonNull(report);
            Objects.requireNonNull(fixed);
            Objects.requireNonNull(sources);
        }
    }

    /** Puts all that the index has to hold into it. */
    @FunctionalInterface
    public interface Maker {
        /** Reads the files and adds them. */
        void fill(RowsBuilder builder) throws IOException;
    }

    public RowsFile(Parts parts, Maker maker) {
        this.parts = parts;
        this.maker = maker;
    }

    /**
     * The rows.
     *
     * @throws IOException if the report is missing or damaged
     */
    public Rows rows() throws IOException {
        long size = Files.size(parts.report());
        return RowsCache.SHARED.get(
                new RowsCache.Key(
                        parts.index(),
                        size,
                        Files.getLastModifiedTime(parts.report()).toMillis()),
                () -> read(size));
    }

    private Rows read(long reportSize) throws IOException {
        try {
            return Rows.of(Files.readAllBytes(parts.index()), reportSize);
        } catch (NoSuchFileException e) {
            LOGGER.log(Level.FINE, e, () -> "The index " + parts.index() + " is made");
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "The index " + parts.index() + " is made again");
        }
        return made(reportSize);
    }

    /** Makes the index, beside the report. */
    public void make() throws IOException {
        made(Files.size(parts.report()));
    }

    private Rows made(long reportSize) throws IOException {
        synchronized (MAKING) {
            RowsBuilder builder = new RowsBuilder();
            maker.fill(builder);
            byte[] index = builder.toBytes(reportSize);
            try {
                AtomicFiles.write(parts.index(), out -> out.write(index));
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "The index " + parts.index() + " can't be kept");
            }
            return Rows.of(index, reportSize);
        }
    }

    /** The leak of a row in full. */
    public Finding finding(Rows rows, int row) throws IOException {
        return switch (rows.state(row)) {
            case NEW, OUTSTANDING -> JsonReportParts.finding(part(parts.report(), rows.span(row)));
            case FIXED -> JsonReportParts.finding(part(parts.fixed(), rows.span(row)));
            case SILENCED ->
                JsonReportParts.silenced(part(parts.report(), rows.span(row))).finding();
            case PROBLEM -> throw new IOException("a problem is no leak");
        };
    }

    /** The parts of the kept sources with lines of a file from {@code first} to {@code last}. */
    public List<byte[]> sources(Rows rows, String file, int first, int last) throws IOException {
        List<byte[]> found = new ArrayList<>();
        for (JsonReportParts.Span span : rows.excerpts(file, first, last)) {
            found.add(part(parts.sources(), span));
        }
        return found;
    }

    private static byte[] part(Path file, JsonReportParts.Span span) throws IOException {
        if (span.length() < 0 || span.length() > MAX_PART) {
            throw new IOException("a part of " + span.length() + " bytes is too large to be shown");
        }
        ByteBuffer part = ByteBuffer.allocate(span.length());
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(span.offset());
            while (part.hasRemaining()) {
                if (channel.read(part) < 0) {
                    throw new EOFException(file + " is shorter than its index says");
                }
            }
        }
        return part.array();
    }
}
