package io.jenkins.plugins.connleak.core.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of connleak, as the build wrote it into a resource. */
public final class ToolVersion {
    private static final String RESOURCE = "version.properties";
    private static final String UNKNOWN = "unknown";

    private ToolVersion() {}

    /** The version, such as {@code 1.2.0}; {@code unknown} where the classes were not built by Maven. */
    public static String current() {
        Properties properties = new Properties();
        try (InputStream in = ToolVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                return UNKNOWN;
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the tool's own resource " + RESOURCE + " can't be read", e);
        }
        String version = properties.getProperty("version", UNKNOWN);
        return version.startsWith("$") ? UNKNOWN : version;
    }
}
