package io.jenkins.plugins.connleak.core.source;

import io.jenkins.plugins.connleak.core.model.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One walk through one tree. Real folders come first and links afterwards, so that a file that can be reached both ways
 * has its real path in the report.
 */
final class TreeWalk {
    /** A folder that bears the name of a source file; a project's folder such as {@code org.example.java} does not. */
    private static final Pattern SOURCE_FILE_NAME = Pattern.compile("[A-Z]\\w*\\.java");

    private record Folder(String path, Path location) {}

    private final Path root;
    private final SourceFinder selection;
    private final TreeMap<String, FoundFile> files = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Path> foundLocations = new HashSet<>();
    private final Set<Path> enteredByLink = new HashSet<>();
    private final Deque<Folder> folders = new ArrayDeque<>();
    private List<Folder> links = new ArrayList<>();

    TreeWalk(Path root, SourceFinder selection) {
        this.root = root;
        this.selection = selection;
    }

    FoundFiles walk() throws InterruptedException {
        folders.push(new Folder("", root));
        drain(false);
        while (!links.isEmpty()) {
            List<Folder> pending = links;
            pending.sort(Comparator.comparing(Folder::path));
            links = new ArrayList<>();
            for (Folder link : pending) {
                follow(link);
                drain(true);
            }
        }
        return new FoundFiles(
                List.copyOf(files.values()), problems.stream().sorted().toList());
    }

    private void drain(boolean byLink) throws InterruptedException {
        while (!folders.isEmpty()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while looking for files");
            }
            Folder folder = folders.pop();
            if (!byLink || enteredByLink.add(folder.location())) {
                list(folder);
            }
        }
    }

    private void list(Folder folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.location())) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                visit(new Folder(folder.path().isEmpty() ? name : folder.path() + "/" + name, entry));
            }
        } catch (DirectoryIteratorException e) {
            unreadable(folder.path(), "This folder could not be listed: " + "its entries can't be read");
        } catch (IOException e) {
            unreadable(folder.path(), "This folder could not be listed: " + reason(e));
        }
    }

    private void visit(Folder entry) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry.location(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                links.add(entry);
            } else {
                take(entry, attributes);
            }
        } catch (IOException e) {
            if (selection.selects(entry.path())) {
                unreadable(entry.path(), "This file could not be looked at: " + reason(e));
            }
        }
    }

    private void take(Folder entry, BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            if (hasNameOfSourceFile(entry) && selection.selects(entry.path())) {
                unreadable(
                        entry.path(), "This is a folder with the name of a source file; the files in it are scanned");
            }
            if (selection.mayHoldSelected(entry.path())) {
                folders.push(entry);
            }
        } else if (attributes.isRegularFile() && selection.selects(entry.path())) {
            if (foundLocations.add(entry.location())) {
                files.put(entry.path(), new FoundFile(entry.path(), entry.location()));
            }
        }
    }

    private static boolean hasNameOfSourceFile(Folder folder) {
        String name = String.valueOf(folder.location().getFileName());
        return name.endsWith(".java") && SOURCE_FILE_NAME.matcher(name).matches();
    }

    private void follow(Folder link) {
        boolean wanted = selection.selects(link.path());
        try {
            Path target = link.location().toRealPath();
            BasicFileAttributes attributes = Files.readAttributes(target, BasicFileAttributes.class);
            if (target.startsWith(root)) {
                take(new Folder(link.path(), target), attributes);
            } else if (wanted || (attributes.isDirectory() && selection.mayHoldSelected(link.path()))) {
                unreadable(link.path(), "This symbolic link leads out of the scanned folder and was not followed");
            }
        } catch (IOException e) {
            if (wanted) {
                unreadable(link.path(), "This symbolic link could not be followed: " + linkReason(e));
            }
        }
    }

    private void unreadable(String path, String message) {
        problems.add(new Problem(Problem.Kind.UNREADABLE, path, 0, message));
    }

    private static String linkReason(IOException e) {
        return e instanceof NoSuchFileException ? "what it names does not exist" : reason(e);
    }

    /** What went wrong without the absolute path, which differs from machine to machine. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission; grant it or exclude it";
        }
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        String kind = e.getClass().getSimpleName();
        return reason == null || reason.isBlank() ? kind : reason;
    }
}
