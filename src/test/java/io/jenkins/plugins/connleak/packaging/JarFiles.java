package io.jenkins.plugins.connleak.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files of a jar in memory.
 *
 * @param files content by name, folders left out
 */
record JarFiles(Map<String, byte[]> files) {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    JarFiles {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    static JarFiles read(Path jar) throws IOException {
        return read(Files.readAllBytes(jar));
    }

    /** The files of a jar that is given by its bytes. */
    static JarFiles read(byte[] jar) throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    found.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return new JarFiles(found);
    }

    /** Names that end so, sorted. */
    List<String> named(String end) {
        return files.keySet().stream().filter(name -> name.endsWith(end)).toList();
    }

    /** Names of classes that the newest Java does not keep for itself. */
    List<String> classNames() {
        return named(".class").stream()
                .filter(name -> !name.startsWith("META-INF/versions/"))
                .toList();
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    byte[] bytes(String name) {
        return Optional.ofNullable(files.get(name)).orElseThrow(() -> new AssertionError("no file " + name));
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** Main attributes of the manifest; none if there is no manifest. */
    Map<String, String> manifest() throws IOException {
        if (!has(MANIFEST)) {
            return Map.of();
        }
        Map<String, String> attributes = new TreeMap<>();
        new Manifest(new ByteArrayInputStream(bytes(MANIFEST)))
                .getMainAttributes()
                .forEach((name, value) -> attributes.put(name.toString(), value.toString()));
        return attributes;
    }
}
