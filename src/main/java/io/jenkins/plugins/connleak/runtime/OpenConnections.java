package io.jenkins.plugins.connleak.runtime;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Connections that log4jdbc saw opened and has not seen closed, by their numbers. */
final class OpenConnections {
    /** Most that are remembered. */
    static final int MAX_OPEN = 100_000;

    private static final String OPENED = ". Connection opened";
    private static final String CLOSED = ". Connection closed";

    private final Set<Long> open = new HashSet<>();

    void line(String text) {
        Optional<Long> opened = numberBefore(text, OPENED);
        if (opened.isPresent() && open.size() < MAX_OPEN) {
            open.add(opened.get());
        }
        numberBefore(text, CLOSED).ifPresent(open::remove);
    }

    int count() {
        return open.size();
    }

    private static Optional<Long> numberBefore(String text, String end) {
        int to = text.indexOf(end);
        int from = to;
        while (from > 0 && to - from < 18 && Character.isDigit(text.charAt(from - 1))) {
            from--;
        }
        return from < to ? Cut.numberAfter(text.substring(from, to), "") : Optional.empty();
    }
}
