package io.jenkins.plugins.connleak.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The spool's files: how they are named, and what makes them last. */
final class SpoolFiles {
    /** Ends the name of an entry's file. */
    static final String SUFFIX = ".spool";

    /** Ends the name of a file that is not finished. */
    static final String PART = ".part";

    private SpoolFiles() {}

    /** The file of an entry in that folder. */
    static Path file(Path folder, String name) {
        return folder.resolve(name + SUFFIX);
    }

    /** Makes a rename last: without it a crash of the machine could undo what was acknowledged. */
    static void sync(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Copies a small file, which is there in full or not at all afterwards, and stays. */
    static void copy(Path source, Path folder, String name) throws IOException {
        Path part = folder.resolve(name + PART);
        Files.write(
                part,
                Files.readAllBytes(source),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }
}
