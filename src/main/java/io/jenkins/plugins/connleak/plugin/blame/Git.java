package io.jenkins.plugins.connleak.plugin.blame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs git in one repository: no shell, nothing asked of a terminal or of the network, none of the programs that a repository may
 * name for the reading of files. The repository is named, so that none is found within its own files.
 */
final class Git {
    /** Longest output that is read, in bytes. */
    private static final int MAX_OUTPUT = 4 * 1024 * 1024;

    /** Longest time of one call, in milliseconds. */
    private static final long MAX_MILLIS = 20_000;

    private final Path top;

    /** @param top the folder with {@code .git} in it */
    Git(Path top) {
        this.top = top;
    }

    /**
     * The output of a call; empty if it fails or takes too long.
     *
     * @param millis how long it may take
     * @throws IOException if there is no git
     */
    Optional<String> run(List<String> arguments, long millis) throws IOException, InterruptedException {
        Path output = Files.createTempFile("connleak", ".git");
        try {
            Process process = builder(arguments, output).start();
            try {
                boolean isOver = process.waitFor(Math.min(MAX_MILLIS, millis), TimeUnit.MILLISECONDS);
                return isOver && process.exitValue() == 0 ? Optional.of(read(output)) : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private ProcessBuilder builder(List<String> arguments, Path output) {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "--no-pager",
                "--git-dir=" + top.resolve(".git"),
                "--work-tree=" + top,
                "-c",
                "core.fsmonitor=false"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(top.toFile())
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("LC_ALL", "C");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_NO_LAZY_FETCH", "1");
        environment.put("GIT_LITERAL_PATHSPECS", "1");
        return builder;
    }

    private static String read(Path output) throws IOException {
        try (InputStream in = Files.newInputStream(output)) {
            return new String(in.readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8);
        }
    }
}
