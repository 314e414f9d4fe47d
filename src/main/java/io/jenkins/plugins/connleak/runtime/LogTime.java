package io.jenkins.plugins.connleak.runtime;

import java.util.List;
import java.util.Locale;

/** Times at the beginning of lines, in the forms that layouts use. Zones are left alone: a time is what the log says. */
final class LogTime {
    /** So far into a line a time is looked for. */
    private static final int REACH = 12;

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private LogTime() {}

    /** The time with which this line begins, as {@code 2026-11-21 00:03:15}; empty if it begins with none. */
    static String of(String line) {
        int last = Math.min(REACH, line.length() - 19);
        for (int at = 0; at <= last; at++) {
            if (has(line, at, "0000-00-00T00:00:00")) {
                return line.substring(at, at + 10).replace('/', '-') + " " + line.substring(at + 11, at + 19);
            }
            if (has(line, at, "00-aaa-0000T00:00:00")) {
                return date(line, at + 7, at + 3, line.substring(at, at + 2), line.substring(at + 12, at + 20));
            }
        }
        return ofTwoLineLayout(line);
    }

    /** Digits, letters and separators as in the form; a date's may be slashes, and a blank may stand for the T. */
    private static boolean has(String line, int at, String form) {
        if (line.length() < at + form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char unit = line.charAt(at + i);
            boolean fits =
                    switch (form.charAt(i)) {
                        case '0' -> unit >= '0' && unit <= '9';
                        case 'a' -> Character.isLetter(unit);
                        case '-' -> unit == '-' || unit == '/';
                        case 'T' -> unit == 'T' || unit == ' ';
                        default -> unit == form.charAt(i);
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** As {@code Nov 21, 2026 12:05:23 AM}, which java.util.logging writes above the message. */
    private static String ofTwoLineLayout(String line) {
        int comma = line.indexOf(',');
        if (comma != 5 && comma != 6) {
            return "";
        }
        String day = (comma == 5 ? "0" : "") + line.substring(4, comma);
        int time = comma + 7;
        int colon = line.indexOf(':', time);
        if (!has(day, 0, "00") || !has(line, comma, ", 0000 ") || (colon != time + 1 && colon != time + 2)) {
            return "";
        }
        String hour = (colon == time + 1 ? "0" : "") + line.substring(time, colon);
        if (!has(hour, 0, "00") || !has(line, colon, ":00:00") || line.length() < colon + 9) {
            return "";
        }
        boolean isAfternoon = line.startsWith(" PM", colon + 6);
        if (!isAfternoon && !line.startsWith(" AM", colon + 6)) {
            return "";
        }
        int ofDay = Integer.parseInt(hour) % 12 + (isAfternoon ? 12 : 0);
        String clock = String.format(Locale.ROOT, "%02d%s", ofDay, line.substring(colon, colon + 6));
        return date(line, comma + 2, 0, day, clock);
    }

    private static String date(String line, int year, int month, String day, String clock) {
        int number = MONTHS.indexOf(line.substring(month, month + 3)) + 1;
        return number == 0
                ? ""
                : String.format(Locale.ROOT, "%s-%02d-%s %s", line.substring(year, year + 4), number, day, clock);
    }
}
