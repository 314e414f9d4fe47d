package io.jenkins.plugins.connleak.runtime;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a log, one at a time. UTF-8 unless a byte order mark says otherwise; what is not becomes a replacement
 * character. A line of more than {@value #MAX_LENGTH} characters is cut. Packed logs (gzip) are unpacked.
 */
final class LogLines {
    /** Longest line, in characters: a stack trace inside a line of JSON fits. */
    static final int MAX_LENGTH = 256 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Reader reader;
    private final CountingStream counted;
    private final StringBuilder line = new StringBuilder();
    private final char[] buffer = new char[BUFFER];
    private int from;
    private int to;
    private boolean isAtEnd;

    private LogLines(Reader reader, CountingStream counted) {
        this.reader = reader;
        this.counted = counted;
    }

    /** The lines of {@code source}, which stays open; no more than {@code maxBytes} unpacked bytes are read. */
    static LogLines of(InputStream source, long maxBytes) throws IOException {
        BufferedInputStream packed = new BufferedInputStream(source, BUFFER);
        InputStream plain = isPacked(packed) ? new GZIPInputStream(packed, BUFFER) : packed;
        CountingStream counted = new CountingStream(plain, maxBytes);
        BufferedInputStream marked = new BufferedInputStream(counted, BUFFER);
        return new LogLines(new BufferedReader(new InputStreamReader(marked, encoding(marked)), BUFFER), counted);
    }

    private static boolean isPacked(BufferedInputStream source) throws IOException {
        source.mark(2);
        boolean packed = source.read() == GZIP_FIRST && source.read() == GZIP_SECOND;
        source.reset();
        return packed;
    }

    /** Leaves the source behind its byte order mark, if it has one. */
    private static Charset encoding(BufferedInputStream source) throws IOException {
        source.mark(3);
        int first = source.read();
        int second = source.read();
        if (first == 0xff && second == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (first == 0xfe && second == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        if (first != 0xef || second != 0xbb || source.read() != 0xbf) {
            source.reset();
        }
        return StandardCharsets.UTF_8;
    }

    /** The next line without its end, or null behind the last. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        boolean isLine = false;
        while (from < to || fill()) {
            isLine = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.append(buffer, from, Math.min(end - from, MAX_LENGTH - line.length()));
            from = end + 1;
            if (end < to) {
                break;
            }
        }
        return isLine ? line.toString() : null;
    }

    /** Whether there was more than may be read. */
    boolean isCut() {
        return counted.isCut;
    }

    private boolean fill() throws IOException {
        if (!isAtEnd) {
            from = 0;
            to = Math.max(0, reader.read(buffer, 0, buffer.length));
            isAtEnd = to == 0;
        }
        return !isAtEnd;
    }

    /** Ends after so many bytes, and knows whether there were more. */
    private static final class CountingStream extends InputStream {
        private final InputStream source;
        private long left;
        private boolean isCut;

        CountingStream(InputStream source, long limit) {
            this.source = source;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                isCut |= source.read() >= 0;
                return -1;
            }
            int count = source.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }
    }
}
