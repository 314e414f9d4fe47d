package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.cache.Checksum;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.spec.CatalogFiles;
import io.jenkins.plugins.connleak.core.spec.KeptCatalog;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The team's catalogs: those that lie in the folders that are scanned, then those that are named. */
final class TeamCatalogs {
    private final List<Path> files;

    private TeamCatalogs(List<Path> files) {
        this.files = List.copyOf(files);
    }

    static TeamCatalogs of(List<Path> roots, List<Path> named) throws ConfigurationException {
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            Path found = root.resolve(CatalogFiles.FOUND_NAME);
            if (Files.exists(found, LinkOption.NOFOLLOW_LINKS)) {
                checkLiesWithin(root, found);
                files.add(found);
            }
        }
        files.addAll(named);
        return new TeamCatalogs(files.stream().distinct().toList());
    }

    /**
     * The built-in catalog and these. They are kept where a scan keeps something: to parse them takes a tenth of the time of
     * a scan that has little to look at.
     */
    ResourceCatalog read(Optional<KeptRecords> kept) throws ConfigurationException {
        if (kept.isEmpty()) {
            return extended();
        }
        KeptRecords.Entry<KeptCatalog> entry = kept.get().entry(KeptCatalog.class, "catalog", checksums(files));
        Optional<ResourceCatalog> known = entry.read(ResourceCatalog::of);
        if (known.isPresent()) {
            return known.get();
        }
        ResourceCatalog extended = extended();
        entry.write(extended.kept());
        return extended;
    }

    private ResourceCatalog extended() throws ConfigurationException {
        ResourceCatalog extended = ResourceCatalog.builtIn();
        for (Path file : files) {
            extended = CatalogFiles.extend(extended, file);
        }
        return extended;
    }

    /** The checksums of files' contents, one behind the other. */
    static String checksums(List<Path> files) throws ConfigurationException {
        StringBuilder checksums = new StringBuilder();
        for (Path file : files) {
            try {
                checksums.append('\n').append(Checksum.of(Files.readAllBytes(file)));
            } catch (IOException e) {
                throw new ConfigurationException(file + " can't be read: " + e.getMessage(), e);
            }
        }
        return checksums.toString();
    }

    /** The files, in the order in which they hold. */
    List<Path> files() {
        return files;
    }

    /** The simple names, as the report shows them; empty if there are none. */
    String names() {
        return String.join(
                ", ",
                files.stream().map(file -> String.valueOf(file.getFileName())).toList());
    }

    /** What is found without being named must not lead to a file elsewhere: messages quote what stands in it. */
    private static void checkLiesWithin(Path root, Path found) throws ConfigurationException {
        try {
            if (!found.toRealPath().startsWith(root.toRealPath())) {
                throw new ConfigurationException(
                        "Catalog " + found
                                + " is a link out of the folder that is scanned; put the file there, or name it as catalog file");
            }
        } catch (IOException e) {
            throw new ConfigurationException("Catalog " + found + " can't be read: " + e.getMessage(), e);
        }
    }
}
