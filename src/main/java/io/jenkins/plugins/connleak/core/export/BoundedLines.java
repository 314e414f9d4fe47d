package io.jenkins.plugins.connleak.core.export;

import java.io.IOException;
import java.io.Reader;

/** The lines of a text, whatever they end in, each cut to a length that no memory is lost to. */
final class BoundedLines {
    private final Reader source;
    private final char[] buffer = new char[8192];
    private final StringBuilder line = new StringBuilder();
    private int position;
    private int filled;

    BoundedLines(Reader source) {
        this.source = source;
    }

    /** Moves on to the next line, which may be empty; false at the end. */
    boolean advance() throws IOException {
        line.setLength(0);
        boolean any = false;
        while (fill()) {
            char next = buffer[position++];
            any = true;
            if (next == '\n' || next == '\r') {
                return true;
            }
            if (line.length() < Texts.MAX_LENGTH) {
                line.append(next);
            }
        }
        return any;
    }

    /** The line that {@link #advance()} moved to. */
    String current() {
        return line.toString();
    }

    private boolean fill() throws IOException {
        if (position < filled) {
            return true;
        }
        position = 0;
        filled = source.read(buffer);
        return filled > 0;
    }
}
