package io.jenkins.plugins.connleak.core.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
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

    /** The size of the file that the classes come from, in bytes, which tells builds of one version apart; 0 if they come from none. */
    static long codeBytes() {
        CodeSource source = ToolVersion.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return 0;
        }
        try {
            Path file = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException | IOException e) {
            // classes that came over a wire have no file; their version has to do
            return 0;
        }
    }
}
