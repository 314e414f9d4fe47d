package io.jenkins.plugins.connleak.core.source;

import io.jenkins.plugins.connleak.core.cache.Checksum;
import io.jenkins.plugins.connleak.core.model.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and decodes files of bounded size; a file that can't be is a problem, not an exception. Safe from several threads. */
public final class SourceReader {
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 16;

    private final TextDecoder decoder;
    private final long maxFileBytes;

    /**
     * Reads files in that encoding.
     *
     * @param encoding the encoding; null means UTF-8 with a reported fallback
     * @param maxFileBytes larger files are left out and reported
     */
    public SourceReader(@Nullable Charset encoding, long maxFileBytes) {
        this.decoder = new TextDecoder(encoding);
        this.maxFileBytes = Math.min(maxFileBytes, LARGEST_ARRAY);
    }

    /**
     * A file's text and what was wrong with it.
     *
     * @param file the file; empty if it could not be read
     * @param problems what was wrong, if anything
     * @param checksum tells its bytes from others; empty if not all of them were read
     */
    public record Outcome(Optional<SourceFile> file, List<Problem> problems, OptionalLong checksum) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** Reads one file. */
    public Outcome read(FoundFile found) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(found.location(), BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return failed(found, Problem.Kind.UNREADABLE, "This is a folder, not a file");
            }
            if (!attributes.isRegularFile()) {
                return failed(found, Problem.Kind.UNREADABLE, "This is not a regular file, so it was not read");
            }
            byte[] bytes = FileBytes.read(found.location(), attributes.size(), maxFileBytes);
            return bytes.length > maxFileBytes ? tooLarge(found) : decode(found, bytes);
        } catch (IOException e) {
            return failed(found, Problem.Kind.UNREADABLE, "This file could not be read: " + TreeWalk.reason(e));
        }
    }

    /** Tells the checksums of files' bytes, as {@link #read} would tell them; for one thread, which reads into one buffer. */
    public Function<FoundFile, OptionalLong> checksums() {
        FileBytes buffer = new FileBytes();
        return found -> checksum(found, buffer);
    }

    private OptionalLong checksum(FoundFile found, FileBytes buffer) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(found.location(), BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return OptionalLong.empty();
            }
            int length = buffer.fill(found.location(), attributes.size(), maxFileBytes);
            return length > maxFileBytes
                    ? OptionalLong.empty()
                    : OptionalLong.of(Checksum.of(buffer.bytes(), 0, length));
        } catch (IOException e) {
            // whoever reads the file reports it
            return OptionalLong.empty();
        }
    }

    private Outcome decode(FoundFile found, byte[] bytes) {
        OptionalLong checksum = OptionalLong.of(Checksum.of(bytes));
        TextDecoder.Decoded decoded = decoder.decode(bytes);
        int nul = decoded.text().indexOf('\0');
        if (nul >= 0) {
            return failed(
                    found,
                    Problem.Kind.BINARY,
                    "This file holds a NUL character and was taken for a binary one; exclude it, or give its encoding",
                    checksum);
        }
        List<Problem> problems =
                decoded.complaint().map(text -> new Problem(Problem.Kind.ENCODING, found.path(), 0, text)).stream()
                        .toList();
        return new Outcome(Optional.of(new SourceFile(found.path(), decoded.text())), problems, checksum);
    }

    private Outcome tooLarge(FoundFile found) {
        return failed(
                found,
                Problem.Kind.TOO_LARGE,
                String.format(
                        Locale.ROOT,
                        "This file is larger than the limit of %d bytes and was left out; split it or exclude it",
                        maxFileBytes));
    }

    private static Outcome failed(FoundFile found, Problem.Kind kind, String message) {
        return failed(found, kind, message, OptionalLong.empty());
    }

    private static Outcome failed(FoundFile found, Problem.Kind kind, String message, OptionalLong checksum) {
        return new Outcome(Optional.empty(), List.of(new Problem(kind, found.path(), 0, message)), checksum);
    }
}
