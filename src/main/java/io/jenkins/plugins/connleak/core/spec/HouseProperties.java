package io.jenkins.plugins.connleak.core.spec;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;

/** Reads a team's {@code .properties} file: ISO-8859-1, backslash escapes, of bounded size. */
final class HouseProperties {
    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final Pattern BAD_ESCAPE = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\u(?![0-9a-fA-F]{4})");

    private HouseProperties() {}

    /**
     * The file's keys and values.
     *
     * @param what what the file is called in messages, such as {@code regex file}
     */
    static Properties read(Path file, String what) throws ConfigurationException {
        byte[] bytes = bytes(file, what);
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw unreadable(file, what, e);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "The " + what + " " + file + " can't be read: line " + badLine(bytes)
                            + " holds \\u without four hexadecimal digits; write \\\\ for a backslash",
                    e);
        }
        return properties;
    }

    private static byte[] bytes(Path file, String what) throws ConfigurationException {
        if (!Files.exists(file)) {
            throw new ConfigurationException("The " + what + " does not exist: " + file);
        }
        if (Files.isDirectory(file)) {
            throw new ConfigurationException("The " + what + " is a folder, not a file: " + file);
        }
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException("The " + what + " is not a regular file: " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ConfigurationException(
                        "The " + what + " is larger than the limit of " + MAX_BYTES + " bytes: " + file);
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(file, what, e);
        }
    }

    private static int badLine(byte[] bytes) {
        int number = 0;
        for (String line :
                new String(bytes, StandardCharsets.ISO_8859_1).lines().toList()) {
            number++;
            if (BAD_ESCAPE.matcher(line).find()) {
                break;
            }
        }
        return number;
    }

    private static ConfigurationException unreadable(Path file, String what, IOException cause) {
        return new ConfigurationException("The " + what + " can't be read, check its permissions: " + file, cause);
    }
}
