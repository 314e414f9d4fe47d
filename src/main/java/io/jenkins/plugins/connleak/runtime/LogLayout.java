package io.jenkins.plugins.connleak.runtime;

import java.util.HashMap;
import java.util.Map;

/**
 * Takes off lines what is not the program's: colours, ends of other systems, and what Jenkins' Timestamper, Kubernetes,
 * Docker and Docker Compose put in front; and takes lines of JSON apart. Lines of several services in one log go to the
 * reader under the service's name, as their stacks are interleaved.
 */
final class LogLayout {
    /** Most services of one log; what comes from further ones is one service. */
    static final int MAX_SERVICES = 256;

    private static final int MAX_PREFIXES = 4;
    private static final int MAX_NAME = 120;
    private static final char ESCAPE = '\u001b';
    private static final String CONSOLE_NOTE = "[8mha:";
    private static final String END_OF_NOTE = ESCAPE + "[0m";

    private final Reader reader;
    private final Map<String, StringBuilder> parts = new HashMap<>();

    /** Takes lines. */
    @FunctionalInterface
    interface Reader {
        /** A line of a service, which is empty unless the log names it; {@code time} is what stands before it, or empty. */
        void line(String service, String time, String text);
    }

    LogLayout(Reader reader) {
        this.reader = reader;
    }

    /** Takes the next line of the log. */
    void read(String raw) {
        String text = plain(raw);
        StringBuilder services = new StringBuilder();
        String time = "";
        for (int i = 0; i < MAX_PREFIXES; i++) {
            Prefix prefix = Prefix.of(text);
            if (prefix.length() == 0) {
                break;
            }
            services.append(prefix.service());
            time = prefix.time().isEmpty() ? time : prefix.time();
            text = text.substring(prefix.length());
            if (prefix.isPart()) {
                hold(services.toString(), text);
                return;
            }
        }
        String service = services.toString();
        pass(service, time, whole(service, text));
    }

    private void pass(String service, String time, String text) {
        JsonLine json = JsonLine.of(text);
        if (!json.wrapped().isEmpty()) {
            pass(service, json.time().isEmpty() ? time : json.time(), json.wrapped());
        } else if (json.lines().isEmpty()) {
            reader.line(service, time, text);
        } else {
            String written = json.time().isEmpty() ? time : json.time();
            json.lines().forEach(line -> reader.line(service, written, line));
        }
    }

    /** Keeps the beginning of a line that the container's runtime has split. */
    private void hold(String service, String text) {
        if (parts.size() < MAX_SERVICES || parts.containsKey(service)) {
            StringBuilder held = parts.computeIfAbsent(service, name -> new StringBuilder());
            held.append(text, 0, Math.min(text.length(), LogLines.MAX_LENGTH - held.length()));
        }
    }

    private String whole(String service, String text) {
        StringBuilder held = parts.isEmpty() ? null : parts.remove(service);
        return held == null ? text : held + text;
    }

    /** Without colours, Jenkins' hidden notes and carriage returns at the end. */
    static String plain(String raw) {
        int end = raw.length();
        while (end > 0 && raw.charAt(end - 1) == '\r') {
            end--;
        }
        int escape = raw.indexOf(ESCAPE);
        if (escape < 0 || escape >= end) {
            return end == raw.length() ? raw : raw.substring(0, end);
        }
        StringBuilder plain = new StringBuilder(end);
        int from = 0;
        while (escape >= 0 && escape < end) {
            plain.append(raw, from, escape);
            from = Math.min(end, behindEscape(raw, escape));
            escape = raw.indexOf(ESCAPE, from);
        }
        String text = plain.append(raw, from, end).toString();
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static int behindEscape(String raw, int escape) {
        if (raw.startsWith(CONSOLE_NOTE, escape + 1)) {
            int end = raw.indexOf(END_OF_NOTE, escape + 1);
            return end < 0 ? escape + 1 : end + END_OF_NOTE.length();
        }
        int at = escape + 1;
        if (at >= raw.length() || raw.charAt(at) != '[') {
            return at;
        }
        at++;
        while (at < raw.length() && raw.charAt(at) >= ' ' && raw.charAt(at) < '@') {
            at++;
        }
        return at + 1;
    }

    /**
     * What stands in front of a line.
     *
     * @param length number of its characters; 0 if there is nothing
     * @param service the service it names, or empty
     * @param time the time it gives, or empty
     * @param isPart whether the line goes on in the next one
     */
    private record Prefix(int length, String service, String time, boolean isPart) {
        static final Prefix NONE = new Prefix(0, "", "", false);

        static Prefix of(String text) {
            if (text.isEmpty()) {
                return NONE;
            }
            char first = text.charAt(0);
            if (first == '[') {
                return ofBrackets(text);
            }
            return first >= '0' && first <= '9' ? ofContainer(text) : ofCompose(text);
        }

        /** {@code [2026-11-21T00:03:10.259Z] } of the Timestamper, or {@code [pod/name/container] } of kubectl. */
        private static Prefix ofBrackets(String text) {
            int close = text.indexOf("] ");
            boolean isEmptyLine = close < 0 && text.endsWith("]");
            int end = isEmptyLine ? text.length() - 1 : close;
            if (end < 0 || end > MAX_NAME) {
                return NONE;
            }
            int length = Math.min(text.length(), end + 2);
            if (text.startsWith("[pod/")) {
                return new Prefix(length, text.substring(1, end), "", false);
            }
            boolean isTime = text.charAt(end - 1) == 'Z'
                    && end <= 32
                    && !LogTime.of(text).isEmpty();
            return isTime ? new Prefix(length, "", LogTime.of(text), false) : NONE;
        }

        /** {@code 2026-11-20T23:59:16.000000000Z stdout F } of a container's runtime; or a time before a stack's line. */
        private static Prefix ofContainer(String text) {
            int blank = text.indexOf(' ');
            if (blank < 20
                    || blank > 40
                    || text.charAt(10) != 'T'
                    || LogTime.of(text).isEmpty()) {
                return NONE;
            }
            boolean isStream = text.startsWith("stdout ", blank + 1) || text.startsWith("stderr ", blank + 1);
            if (isStream && text.length() > blank + 8) {
                boolean isPart = text.charAt(blank + 8) == 'P';
                return new Prefix(Math.min(text.length(), blank + 10), "", LogTime.of(text), isPart);
            }
            boolean isTrace = text.startsWith("\t", blank + 1) || text.startsWith("at ", blank + 1);
            return isTrace ? new Prefix(blank + 1, "", LogTime.of(text), false) : NONE;
        }

        /** {@code svc-1   | } of Docker Compose; without the number it could be anything. */
        private static Prefix ofCompose(String text) {
            int bar = text.indexOf('|');
            if (bar < 3 || bar > MAX_NAME) {
                return NONE;
            }
            String name = text.substring(0, bar).strip();
            int digits = name.length();
            while (digits > 0 && Character.isDigit(name.charAt(digits - 1))) {
                digits--;
            }
            boolean isNumbered = digits > 1
                    && digits < name.length()
                    && (name.charAt(digits - 1) == '-' || name.charAt(digits - 1) == '_');
            if (!isNumbered || name.chars().anyMatch(unit -> unit <= ' ' || unit == '[' || unit == '(')) {
                return NONE;
            }
            boolean isBlank = text.startsWith(" ", bar + 1);
            return new Prefix(bar + (isBlank ? 2 : 1), name, "", false);
        }
    }
}
