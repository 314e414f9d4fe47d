package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.FoundFile;
import io.jenkins.plugins.connleak.core.source.FoundFiles;
import io.jenkins.plugins.connleak.core.source.SourceFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The folders to scan: checked, searched, and their files named as the report names them. */
final class SourceTrees {
    private final List<Path> roots;

    private SourceTrees(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** Checks that every root is a folder that can be read. */
    static SourceTrees of(List<Path> roots) throws ConfigurationException, ScanException {
        if (roots.isEmpty()) {
            throw new ConfigurationException("No folder to scan was given; name at least one");
        }
        for (Path root : roots) {
            if (!Files.exists(root)) {
                throw new ScanException("The folder to scan does not exist: " + root);
            }
            if (!Files.isDirectory(root)) {
                throw new ScanException("This is not a folder and can't be scanned: " + root
                        + "; name its folder, and the file with an include pattern");
            }
            if (!Files.isReadable(root)) {
                throw new ScanException("The folder to scan can't be read, check its permissions: " + root);
            }
        }
        return new SourceTrees(roots);
    }

    /** All selected files, by root and path; a file that lies under two roots is found once, under the first. */
    FoundFiles find(SourceFinder finder) throws ScanException, InterruptedException {
        Set<Path> locations = new HashSet<>();
        List<FoundFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path root : roots) {
            String prefix = roots.size() == 1 ? "" : prefixOf(root);
            FoundFiles found = search(finder, root);
            for (FoundFile file : found.files()) {
                if (locations.add(file.location())) {
                    files.add(new FoundFile(prefix + file.path(), file.location()));
                }
            }
            for (Problem problem : found.problems()) {
                problems.add(new Problem(problem.kind(), prefix + problem.file(), problem.line(), problem.message()));
            }
        }
        return new FoundFiles(files, problems);
    }

    private static FoundFiles search(SourceFinder finder, Path root) throws ScanException, InterruptedException {
        try {
            return finder.find(root);
        } catch (IOException e) {
            throw new ScanException("The folder to scan could not be opened: " + root, e);
        }
    }

    private static String prefixOf(Path root) {
        String name = root.normalize().toString().replace('\\', '/');
        return name.isEmpty() || name.endsWith("/") ? name : name + "/";
    }
}
