package io.jenkins.plugins.connleak.plugin.actions;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The id of a scan within its build: it is part of addresses and file names, so only letters, digits, {@code _} and
 * {@code -} are in it, and two that differ in case alone are the same.
 */
public final class ScanId {
    /** The id of a scan that is given none; its pages are at {@code connleak/} alone. */
    public static final String DEFAULT = "connleak";

    /** Longest id, in characters. */
    public static final int MAX_LENGTH = 64;

    private static final Pattern VALID = Pattern.compile("[a-zA-Z0-9_-]{1," + MAX_LENGTH + "}");

    private ScanId() {}

    /** Whether {@code id} can be one. */
    public static boolean isValid(String id) {
        return VALID.matcher(id).matches();
    }

    /** Last part of the address of the scan's pages, on the build as on the job. */
    public static String urlName(String id) {
        return id.equals(DEFAULT) ? DEFAULT : DEFAULT + "-" + id;
    }

    /** Whether two ids would meet on a file system that does not tell upper from lower case. */
    public static boolean isSame(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
