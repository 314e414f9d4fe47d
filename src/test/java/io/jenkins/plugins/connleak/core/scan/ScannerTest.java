package io.jenkins.plugins.connleak.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerTest {
    @TempDir
    private Path temp;

    @Test
    void countsFilesAndLines() throws Exception {
        file("a/A.java", "class A {\n}\n");
        file("B.java", "class B {}");

        ScanFigures figures = scan(temp).report().figures();

        assertThat(figures.files()).isEqualTo(2);
        assertThat(figures.parsedFiles()).isEqualTo(2);
        assertThat(figures.lines()).isEqualTo(3);
    }

    @Test
    void scansAnEmptyFolder() throws Exception {
        ScanOutcome outcome = scan(temp);

        assertThat(outcome.report().figures()).isEqualTo(new ScanFigures(0, 0, 0, 0));
        assertThat(outcome.report().findings()).isEmpty();
        assertThat(outcome.report().problems()).isEmpty();
    }

    @Test
    void namesFilesAfterTheirRootWhenThereAreSeveral() throws Exception {
        file("one/A.java", "class {");
        file("two/A.java", "class {");

        ScanOutcome outcome = scan(temp.resolve("one"), temp.resolve("two"), temp.resolve("one"));

        String base = temp.toString().replace('\\', '/');
        assertThat(outcome.report().problems())
                .extracting(Problem::file)
                .containsExactly(base + "/one/A.java", base + "/two/A.java");
    }

    @Test
    void goesOnAfterFilesThatCannotBeScanned() throws Exception {
        file("Broken.java", "class {");
        file("Deep.java", "class A { int f() { return " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "; } }");
        file("Good.java", "class Good {}");
        file("Nul.java", "class \0 {}");
        Files.write(temp.resolve("Latin.java"), new byte[] {'/', '/', (byte) 0xE9, '\n'});
        Files.createDirectories(temp.resolve("X.java"));

        ScanOutcome outcome = scan(temp);

        assertThat(outcome.report().problems())
                .extracting(Problem::file, Problem::kind)
                .contains(
                        tuple("Broken.java", Problem.Kind.UNPARSABLE),
                        tuple("Latin.java", Problem.Kind.ENCODING),
                        tuple("Nul.java", Problem.Kind.BINARY),
                        tuple("X.java", Problem.Kind.UNREADABLE));
        assertThat(outcome.report().figures().files()).isEqualTo(4);
    }

    @Test
    void tellsMissingFolderFromWrongOptions() throws Exception {
        file("A.java", "class A {}");
        ScanOptions unknownEncoding = new ScanOptions(
                Engine.FLOW,
                new SourceSelection(List.of(), List.of(), "UTF-99", 1_000),
                HouseFiles.NONE,
                Certainty.POSSIBLE,
                0,
                BuildTag.NONE);
        ScanOptions negativeThreads = new ScanOptions(
                Engine.FLOW, SourceSelection.DEFAULT, HouseFiles.NONE, Certainty.POSSIBLE, -1, BuildTag.NONE);

        assertThatThrownBy(() -> scan(temp.resolve("missing")))
                .isInstanceOf(ScanException.class)
                .hasMessage("The folder to scan does not exist: " + temp.resolve("missing"));
        assertThatThrownBy(() -> scan(temp.resolve("A.java")))
                .isInstanceOf(ScanException.class)
                .hasMessage("This is not a folder and can't be scanned: " + temp.resolve("A.java")
                        + "; name its folder, and the file with an include pattern");
        assertThatThrownBy(() -> scan()).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> new Scanner(unknownEncoding).scan(List.of(temp), ScanProgress.NONE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("There is no encoding 'UTF-99'; give one such as UTF-8 or windows-1252");
        assertThatThrownBy(() -> new Scanner(negativeThreads).scan(List.of(temp), ScanProgress.NONE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The number of threads must be from 0 (one per core) to 256, not -1");
    }

    @Test
    void stopsWhenInterrupted() throws Exception {
        file("A.java", "class A {}");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> scan(temp)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static ScanOutcome scan(Path... roots) throws Exception {
        return new Scanner(ScanOptions.DEFAULT).scan(List.of(roots), ScanProgress.NONE);
    }

    private void file(String path, String text) throws IOException {
        Path file = temp.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
