package io.jenkins.plugins.connleak.core.spec;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A team's catalog files. What they say holds on top of the built-in catalog, the later file before the earlier. */
public final class CatalogFiles {
    /** What a catalog is called that is found in a folder that is scanned. */
    public static final String FOUND_NAME = ".connleak.yml";

    /** Larger files are refused; the built-in catalog has a fifth of this. */
    static final int MAX_BYTES = 256 * 1024;

    private CatalogFiles() {}

    /**
     * The catalog, and what a team's file says.
     *
     * @throws ConfigurationException if the file can't be read or used; the message names file, line and what to write there
     */
    public static ResourceCatalog extend(ResourceCatalog catalog, Path file) throws ConfigurationException {
        try {
            return catalog.with(new CatalogReader(file.toString()).read(new StringReader(text(file)), catalog));
        } catch (CatalogException e) {
            throw new ConfigurationException("Catalog " + e.getMessage(), e);
        }
    }

    private static String text(Path file) throws ConfigurationException {
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException("There is no catalog file " + file + "; check its name");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ConfigurationException("Catalog " + file + " has more than " + MAX_BYTES / 1024
                        + " KiB; split it into several, or name fewer types");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ConfigurationException("Catalog " + file + " is not UTF-8; save it in that encoding", e);
        } catch (IOException e) {
            throw new ConfigurationException("Catalog " + file + " can't be read: " + e.getMessage(), e);
        }
    }
}
