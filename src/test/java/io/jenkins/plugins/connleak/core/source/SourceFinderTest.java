package io.jenkins.plugins.connleak.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.connleak.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFinderTest {
    private static final SourceFinder ALL_JAVA = new SourceFinder(List.of(), List.of());

    @TempDir
    private Path temp;

    @Test
    void findsJavaByDefaultSortedByPath() throws Exception {
        file("b/B.java");
        file("a/z/Z.java");
        file("a/A.java");
        file("A.java");
        file("a/notes.txt");

        assertThat(ALL_JAVA.find(temp))
                .isEqualTo(new FoundFiles(
                        List.of(found("A.java"), found("a/A.java"), found("a/z/Z.java"), found("b/B.java")),
                        List.of()));
    }

    @Test
    void leavesOutWhatIsExcluded() throws Exception {
        file("src/A.java");
        file("src/gen/B.java");
        file("target/C.java");

        SourceFinder finder = new SourceFinder(List.of("**/*.java"), List.of("target/", "**/gen/**"));

        assertThat(paths(finder.find(temp))).containsExactly("src/A.java");
    }

    @Test
    void findsNothingInAnEmptyFolder() throws Exception {
        assertThat(ALL_JAVA.find(temp)).isEqualTo(new FoundFiles(List.of(), List.of()));
    }

    @Test
    void reportsFolderNamedLikeASourceAndGoesIntoIt() throws Exception {
        file("X.java/Inner.java");
        file("org.example.java/Other.java");

        assertThat(ALL_JAVA.find(temp))
                .isEqualTo(new FoundFiles(
                        List.of(found("X.java/Inner.java"), found("org.example.java/Other.java")),
                        List.of(new Problem(
                                Problem.Kind.UNREADABLE,
                                "X.java",
                                0,
                                "This is a folder with the name of a source file; the files in it are scanned"))));
    }

    @Test
    void endsOnLoopsOfLinks() throws Exception {
        file("a/A.java");
        link("a/up", "..");
        link("a/self", "self");
        link("b", "a");
        link("c", "b");

        FoundFiles found = ALL_JAVA.find(temp);

        assertThat(found).isEqualTo(new FoundFiles(List.of(found("a/A.java")), List.of()));
    }

    @Test
    void prefersRealPathsToLinks() throws Exception {
        file("z/Z.java");
        link("a", "z");
        link("A.java", "z/Z.java");

        assertThat(paths(ALL_JAVA.find(temp))).containsExactly("z/Z.java");
    }

    @Test
    void followsLinkWithinTheRootToWhatIsNotFoundOtherwise() throws Exception {
        file("build/gen/G.java");
        link("src/gen", "../build/gen");
        link("src/again", "../build/gen");

        SourceFinder finder = new SourceFinder(List.of(), List.of("build/"));

        assertThat(finder.find(temp))
                .isEqualTo(new FoundFiles(
                        List.of(new FoundFile(
                                "src/again/G.java", temp.toRealPath().resolve("build/gen/G.java"))),
                        List.of()));
    }

    @Test
    void doesNotFollowLinksOutOfTheRoot(@TempDir Path outside) throws Exception {
        Files.writeString(outside.resolve("Secret.java"), "class Secret {}");
        file("A.java");
        Files.createSymbolicLink(temp.resolve("out"), outside);
        Files.createSymbolicLink(temp.resolve("Secret.java"), outside.resolve("Secret.java"));
        String left = "This symbolic link leads out of the scanned folder and was not followed";

        assertThat(ALL_JAVA.find(temp))
                .isEqualTo(new FoundFiles(
                        List.of(found("A.java")),
                        List.of(
                                new Problem(Problem.Kind.UNREADABLE, "Secret.java", 0, left),
                                new Problem(Problem.Kind.UNREADABLE, "out", 0, left))));
    }

    @Test
    void reportsDanglingLinkThatIsSelected() throws Exception {
        link("Gone.java", "nowhere");
        link("gone.txt", "nowhere");

        assertThat(ALL_JAVA.find(temp))
                .isEqualTo(new FoundFiles(
                        List.of(),
                        List.of(new Problem(
                                Problem.Kind.UNREADABLE,
                                "Gone.java",
                                0,
                                "This symbolic link could not be followed: what it names does not exist"))));
    }

    @Test
    void followsTheRootItself() throws Exception {
        file("real/A.java");
        link("root", "real");

        assertThat(paths(ALL_JAVA.find(temp.resolve("root")))).containsExactly("A.java");
    }

    @Test
    void reportsFolderThatCannotBeListed() throws Exception {
        file("closed/A.java");
        file("B.java");
        assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
        assumeTrue(temp.resolve("closed").toFile().setReadable(false), "permissions can be taken away");

        FoundFiles found = ALL_JAVA.find(temp);

        assertThat(paths(found)).containsExactly("B.java");
        assertThat(found.problems()).extracting(Problem::file).containsExactly("closed");
    }

    @Test
    void failsWithoutARoot() {
        assertThatThrownBy(() -> ALL_JAVA.find(temp.resolve("missing"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ALL_JAVA.find(temp)).isInstanceOf(InterruptedException.class);
    }

    private void file(String path) throws IOException {
        Path file = temp.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "class X {}");
    }

    private void link(String path, String target) throws IOException {
        Path link = temp.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }

    private FoundFile found(String path) throws IOException {
        return new FoundFile(path, temp.toRealPath().resolve(path));
    }

    private static List<String> paths(FoundFiles found) {
        return found.files().stream().map(FoundFile::path).toList();
    }
}
