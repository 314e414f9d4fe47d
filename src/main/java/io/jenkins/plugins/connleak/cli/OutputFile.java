package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A file that is there in full or not at all: it is written beside its place and renamed. {@code -} is standard output;
 * devices and pipes are written as they are.
 */
final class OutputFile {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final String option;
    private final Path target;

    /** What a file holds. */
    interface Content {
        void writeTo(OutputStream target) throws IOException;
    }

    /** A file named by an option, such as {@code --json}. */
    OutputFile(String option, Path target) {
        this.option = option;
        this.target = target;
    }

    boolean isStandardOutput() {
        return target.equals(STANDARD_OUTPUT);
    }

    /**
     * Looks whether the file can be written, before the work is done that it is for.
     *
     * @throws ConfigurationException if it is a folder, or its own folder is missing or can't be written
     */
    void check() throws ConfigurationException {
        if (isStandardOutput()) {
            return;
        }
        if (Files.isDirectory(target)) {
            throw new ConfigurationException(option + " " + target + " is a folder; name a file");
        }
        if (isSpecial()) {
            return;
        }
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException(
                    option + " " + target + " can't be written: there is no folder " + folder + "; make it first");
        }
        if (!Files.isWritable(folder)) {
            throw new ConfigurationException(option + " " + target + " can't be written: no permission to write into "
                    + folder + "; choose another folder");
        }
    }

    /**
     * Writes the file, or writes to {@code standardOutput} if that is meant.
     *
     * @throws IOException if it can't be written; the message names option and file
     */
    void write(PrintStream standardOutput, Content content) throws IOException {
        try {
            if (isStandardOutput()) {
                writeTo(standardOutput, content);
            } else if (isSpecial()) {
                write(target, content, StandardOpenOption.WRITE);
            } else {
                replace(content);
            }
        } catch (FileSystemException e) {
            throw new IOException(option + " " + target + " can't be written: " + reason(e), e);
        } catch (IOException e) {
            throw new IOException(option + " " + target + " can't be written: " + e.getMessage(), e);
        }
    }

    private static void writeTo(PrintStream stream, Content content) throws IOException {
        content.writeTo(stream);
        if (stream.checkError()) {
            throw new IOException("standard output takes no more");
        }
    }

    private void replace(Content content) throws IOException {
        // A link keeps pointing where it points; the file behind it is replaced.
        Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        Path temporary = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            write(temporary, content, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            try {
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void write(Path file, Content content, StandardOpenOption... options) throws IOException {
        StandardOpenOption[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = StandardOpenOption.WRITE;
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file, all))) {
            content.writeTo(stream);
        }
    }

    private boolean isSpecial() {
        return Files.exists(target) && !Files.isRegularFile(target);
    }

    private Path folder() {
        Path parent = target.toAbsolutePath().getParent();
        return parent == null ? target.toAbsolutePath() : parent;
    }

    private static String reason(FileSystemException failure) {
        String reason = failure.getReason();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
