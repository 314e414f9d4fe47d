package io.jenkins.plugins.connleak.core.export;

import java.nio.charset.StandardCharsets;

/** File paths of a report as URI references after RFC 3986: everything but unreserved characters and {@code /} is encoded. */
final class FileUri {
    private static final String UNRESERVED = "-._~/";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private FileUri() {}

    /** A path that several roots made absolute has an address of its own. */
    static boolean isRelative(String file) {
        return !file.startsWith("/");
    }

    static String of(String file) {
        StringBuilder uri = new StringBuilder(file.length() + 16);
        if (!isRelative(file)) {
            uri.append("file://");
        }
        for (byte octet : Texts.bounded(file).getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (isUnreserved(character)) {
                uri.append(character);
            } else {
                uri.append('%').append(HEX[character >> 4]).append(HEX[character & 0xF]);
            }
        }
        return uri.toString();
    }

    private static boolean isUnreserved(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || UNRESERVED.indexOf(character) >= 0;
    }
}
