package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.spec.CatalogFiles;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    ResourceCatalog extend(ResourceCatalog catalog) throws ConfigurationException {
        ResourceCatalog extended = catalog;
        for (Path file : files) {
            extended = CatalogFiles.extend(extended, file);
        }
        return extended;
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
