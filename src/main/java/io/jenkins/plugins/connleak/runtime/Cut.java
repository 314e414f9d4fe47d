package io.jenkins.plugins.connleak.runtime;

import java.util.Optional;

/** Parts of lines by the texts around them: what a pattern would do, in time in proportion to the line. */
final class Cut {
    private Cut() {}

    /** What stands behind the first {@code start}. */
    static Optional<String> after(String line, String start) {
        int at = line.indexOf(start);
        return at < 0 ? Optional.empty() : Optional.of(line.substring(at + start.length()));
    }

    /** What stands before the last {@code end}, or all if it is not there. */
    static String before(String text, String end) {
        int at = text.lastIndexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    /** What stands between the first {@code start} and the first {@code end} behind it. */
    static Optional<String> between(String line, String start, String end) {
        int from = line.indexOf(start);
        if (from < 0) {
            return Optional.empty();
        }
        int to = line.indexOf(end, from + start.length());
        return to < 0 ? Optional.empty() : Optional.of(line.substring(from + start.length(), to));
    }

    /** The whole number that stands behind the first {@code start}; empty if there is none. */
    static Optional<Long> numberAfter(String line, String start) {
        int from = line.indexOf(start);
        if (from < 0) {
            return Optional.empty();
        }
        int begin = from + start.length();
        int end = begin;
        while (end < line.length() && end - begin < 18 && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
            end++;
        }
        return end == begin ? Optional.empty() : Optional.of(Long.parseLong(line.substring(begin, end)));
    }
}
