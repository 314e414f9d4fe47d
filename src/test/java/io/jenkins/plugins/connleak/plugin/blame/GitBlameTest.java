package io.jenkins.plugins.connleak.plugin.blame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitBlameTest {
    @TempDir
    private Path folder;

    private Path workspace = Path.of("");

    @BeforeEach
    void makeRepository() throws Exception {
        assumeTrue(isGitThere(), "there is no git");
        workspace = Files.createDirectories(folder.resolve("workspace")).toRealPath();
        git(workspace, "init", "-q", ".");
        write("src/Dao.java", "one\ntwo\nthree\n");
        commit(workspace, "\u00c4nne & Co", "2024-03-04T10:00:00+0000");
        write("src/Dao.java", "one\nTWO\nthree\n");
        commit(workspace, "Bo", "2025-03-04T10:00:00+0000");
    }

    @Test
    void tellsAuthorAndTimeByLine() throws Exception {
        BlameAnswer answer = blame(target(1), target(2), target(3));

        assertThat(told(answer))
                .isEqualTo(Map.of(
                        1, "\u00c4nne & Co 2024-03-04T10:00:00Z",
                        2, "Bo 2025-03-04T10:00:00Z",
                        3, "\u00c4nne & Co 2024-03-04T10:00:00Z"));
        assertThat(answer.found().values()).allMatch(Blame::isWellFormed);
        assertThat(answer.trouble()).isEmpty();
    }

    @Test
    void leavesOutLinesThatAreNotCommitted() throws Exception {
        write("src/Dao.java", "zero\none\nTWO\nthree\n");
        write("src/New.java", "one\n");

        BlameAnswer answer = blame(target(1), target(2), new BlameTarget("src/New.java", 1));

        assertThat(told(answer)).isEqualTo(Map.of(2, "\u00c4nne & Co 2024-03-04T10:00:00Z"));
    }

    @Test
    void leavesOutWhatIsOlderThanAShallowClone() throws Exception {
        Path clone = folder.resolve("clone");
        git(folder, "clone", "-q", "--depth", "1", workspace.toUri().toString(), clone.toString());
        workspace = clone.toRealPath();
        write("src/Dao.java", "one\nTWO\nthree\nfour\n");
        commit(workspace, "Cy", "2026-03-04T10:00:00+0000");

        assertThat(told(blame(target(1), target(2), target(4)))).isEqualTo(Map.of(4, "Cy 2026-03-04T10:00:00Z"));
    }

    @Test
    void looksNowhereButInTheWorkspace() throws Exception {
        Path outer = workspace;
        workspace = workspace.resolve("src");
        Files.createSymbolicLink(workspace.resolve("Link.java"), outer.resolve("src/Dao.java"));
        Files.createSymbolicLink(workspace.resolve("Out.java"), Files.writeString(folder.resolve("Out.java"), "x\n"));

        BlameAnswer answer = blame(
                new BlameTarget("Dao.java", 1),
                new BlameTarget("Out.java", 1),
                new BlameTarget("../src/Dao.java", 1),
                new BlameTarget("nix", 1),
                new BlameTarget("a\0b", 1));

        assertThat(answer).isEqualTo(new BlameAnswer(Map.of(), "git knows none of the files"));
    }

    @Test
    void runsNoProgramsThatARepositoryNames() throws Exception {
        Path ran = folder.resolve("ran");
        git(workspace, "config", "core.fsmonitor", "touch '" + ran + "'; false");
        git(workspace, "config", "diff.evil.textconv", "touch '" + ran + "'; cat");
        git(workspace, "config", "core.pager", "touch '" + ran + "'");
        Files.writeString(workspace.resolve(".gitattributes"), "*.java diff=evil\n");
        // files of the sources that look like a repository of their own
        Path bare = workspace.resolve("src");
        Files.writeString(bare.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.createDirectories(bare.resolve("objects"));
        Files.createDirectories(bare.resolve("refs"));
        Files.writeString(bare.resolve("config"), "[core]\nbare = true\nfsmonitor = touch '" + ran + "'\n");

        assertThat(told(blame(target(2)))).isEqualTo(Map.of(2, "Bo 2025-03-04T10:00:00Z"));
        assertThat(ran).doesNotExist();
    }

    @Test
    void stopsWhenItsTimeIsOverOrWhenThereAreTooManyFiles() throws Exception {
        AtomicLong clock = new AtomicLong();
        BlameAnswer late = new GitBlame(workspace, () -> clock.getAndAdd(GitBlame.MAX_MILLIS)).of(List.of(target(1)));
        List<BlameTarget> many = new ArrayList<>(List.of(target(1)));
        IntStream.rangeClosed(1, GitBlame.MAX_FILES).forEach(i -> many.add(new BlameTarget("x" + i, 1)));

        assertThat(late).isEqualTo(new BlameAnswer(Map.of(), "the time of 60 s was over"));
        assertThat(blame(many.toArray(BlameTarget[]::new)).trouble()).isEqualTo("no more than 200 files are asked for");
    }

    private static Map<Integer, String> told(BlameAnswer answer) {
        return answer.found().entrySet().stream()
                .collect(Collectors.toMap(
                        found -> found.getKey().line(),
                        found -> found.getValue().author() + " "
                                + found.getValue().authored()));
    }

    private static BlameTarget target(int line) {
        return new BlameTarget("src/Dao.java", line);
    }

    private BlameAnswer blame(BlameTarget... targets) throws InterruptedException {
        return new GitBlame(workspace, () -> 0).of(List.of(targets));
    }

    private void write(String name, String text) throws IOException {
        Path file = workspace.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void commit(Path top, String author, String date) throws Exception {
        git(top, "add", "-A");
        git(
                top,
                "-c",
                "user.name=" + author,
                "-c",
                "user.email=a@example.org",
                "commit",
                "-q",
                "-m",
                "x",
                "--date",
                date);
    }

    private static boolean isGitThere() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void git(Path where, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
