package io.jenkins.plugins.connleak.plugin.steps;

import hudson.AbortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds a file that a parameter names within the workspace; what lies outside, by {@code ..} or by a link, is refused. */
final class WorkspaceFile {
    private final Path workspace;

    WorkspaceFile(Path workspace) {
        this.workspace = workspace;
    }

    /** The real path of the file that {@code parameter} names, or null if it names none. */
    @Nullable
    String resolve(String parameter, String name) throws IOException {
        return name.isEmpty() ? null : within(parameter, name).toString();
    }

    private Path within(String parameter, String name) throws IOException {
        Path relative = path(parameter, name);
        if (relative.isAbsolute() || name.startsWith("/") || name.startsWith("\\")) {
            throw refusal(parameter, name, "is not relative to the workspace. Name it from the workspace's top on.");
        }
        Path file = workspace.resolve(relative).normalize();
        if (!file.startsWith(workspace.normalize())) {
            throw refusal(parameter, name, "is outside the workspace. Only files within it are read.");
        }
        if (!Files.exists(file)) {
            throw refusal(parameter, name, "does not exist in the workspace " + workspace + ".");
        }
        if (!file.toRealPath().startsWith(workspace.toRealPath())) {
            throw refusal(parameter, name, "is a link out of the workspace. Only files within it are read.");
        }
        if (!Files.isRegularFile(file)) {
            throw refusal(parameter, name, "is not a file.");
        }
        return file.toRealPath();
    }

    private static Path path(String parameter, String name) throws AbortException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            AbortException refusal = refusal(parameter, name, "is no file name.");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static AbortException refusal(String parameter, String name, String why) {
        return new AbortException(parameter + ": '" + name + "' " + why);
    }
}
