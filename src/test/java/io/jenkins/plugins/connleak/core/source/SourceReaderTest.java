package io.jenkins.plugins.connleak.core.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.SourceReader.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
    private static final int LIMIT = 100;
    private static final SourceReader UNTOLD = new SourceReader(null, LIMIT);

    @TempDir
    private Path temp;

    @Test
    void readsUtf8WithAndWithoutByteOrderMark() throws Exception {
        assertThat(read(UNTOLD, file("é".getBytes(UTF_8)))).isEqualTo(text("é"));
        assertThat(read(UNTOLD, file("\uFEFFé".getBytes(UTF_8)))).isEqualTo(text("é"));
        assertThat(read(UNTOLD, file(new byte[0]))).isEqualTo(text(""));
    }

    @Test
    void believesByteOrderMarkOfUtf16() throws Exception {
        assertThat(read(UNTOLD, file("\uFEFFclass é".getBytes(UTF_16LE)))).isEqualTo(text("class é"));
    }

    @Test
    void fallsBackAndSaysSo() throws Exception {
        assertThat(read(UNTOLD, file(new byte[] {'a', (byte) 0xE9, (byte) 0x80})))
                .isEqualTo(new Outcome(
                        Optional.of(new SourceFile("A.java", "aé€")),
                        List.of(problem(
                                Problem.Kind.ENCODING,
                                "This file is not valid UTF-8 from byte 1 on and was read as windows-1252;"
                                        + " give its encoding if that is wrong")),
                        OptionalLong.empty()));
        assertThat(read(UNTOLD, file(new byte[] {(byte) 0xE9, (byte) 0x81})).file())
                .contains(new SourceFile("A.java", "é\u0081"));
    }

    @Test
    void readsGivenEncodingAndReportsWhatItDoesNotKnow() throws Exception {
        assertThat(read(new SourceReader(ISO_8859_1, LIMIT), file(new byte[] {(byte) 0xE9})))
                .isEqualTo(text("é"));

        Outcome outcome = new SourceReader(UTF_8, LIMIT).read(file(new byte[] {'a', (byte) 0xE9, 'b'}));

        assertThat(outcome.file()).contains(new SourceFile("A.java", "a\uFFFDb"));
        assertThat(outcome.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.ENCODING);
    }

    @Test
    void leavesOutWhatIsTooLarge() throws Exception {
        assertThat(read(UNTOLD, file(new byte[LIMIT + 1])))
                .isEqualTo(failed(
                        Problem.Kind.TOO_LARGE,
                        "This file is larger than the limit of 100 bytes and was left out; split it or exclude it"));
        assertThat(read(UNTOLD, file("a".repeat(LIMIT).getBytes(UTF_8)))).isEqualTo(text("a".repeat(LIMIT)));
    }

    @Test
    void leavesOutWhatIsBinary() throws Exception {
        assertThat(read(UNTOLD, file(new byte[] {'a', 0})))
                .isEqualTo(failed(
                        Problem.Kind.BINARY,
                        "This file holds a NUL character and was taken for a binary one;"
                                + " exclude it, or give its encoding"));
    }

    @Test
    void reportsFolderAndFileThatVanished() {
        assertThat(read(UNTOLD, new FoundFile("A.java", temp)))
                .isEqualTo(failed(Problem.Kind.UNREADABLE, "This is a folder, not a file"));
        assertThat(read(UNTOLD, new FoundFile("A.java", temp.resolve("gone"))))
                .isEqualTo(failed(Problem.Kind.UNREADABLE, "This file could not be read: it does not exist"));
    }

    @Test
    void reportsFileWithoutPermission() throws Exception {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
        FoundFile file = file(new byte[] {'a'});
        assumeFalse(!file.location().toFile().setReadable(false), "permissions can be taken away");

        assertThat(read(UNTOLD, file).problems()).extracting(Problem::kind).containsExactly(Problem.Kind.UNREADABLE);
    }

    private FoundFile file(byte[] bytes) throws IOException {
        return new FoundFile("A.java", Files.write(temp.resolve("A.java"), bytes));
    }

    @Test
    void tellsContentsApartByTheirChecksums() throws Exception {
        long first = UNTOLD.read(file(new byte[] {'a', 'b'})).checksum().orElseThrow();

        // one reader for all: what is in its buffer still from a longer file does not count
        Function<FoundFile, OptionalLong> checksums = UNTOLD.checksums();
        assertThat(checksums.apply(file(new byte[] {'a', 'b', 'c'}))).isPresent();
        assertThat(checksums.apply(file(new byte[] {'a', 'b'}))).hasValue(first);
        assertThat(checksums.apply(file(new byte[] {'b', 'a'})).orElseThrow()).isNotEqualTo(first);
        assertThat(checksums.apply(file(new byte[LIMIT + 1]))).isEmpty();
        assertThat(checksums.apply(new FoundFile("A.java", temp.resolve("gone"))))
                .isEmpty();
        assertThat(UNTOLD.read(file(new byte[] {'a', 0})).checksum()).isPresent();
    }

    @Test
    void readsFilesThatAreLargerThanItsFirstBuffer() throws Exception {
        byte[] large = new byte[200_000];
        Arrays.fill(large, (byte) 'x');
        FoundFile file = file(large);
        SourceReader reader = new SourceReader(null, large.length);

        Outcome outcome = reader.read(file);

        assertThat(outcome.file().orElseThrow().text()).isEqualTo("x".repeat(large.length));
        assertThat(reader.checksums().apply(file)).isEqualTo(outcome.checksum());
        assertThat(new SourceReader(null, large.length - 1L).checksums().apply(file))
                .isEmpty();
    }

    @Test
    void takesTheCharacterForWhatIsNoneAsItIs() throws Exception {
        assertThat(read(UNTOLD, file("a\uFFFDb".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(text("a\uFFFDb"));
    }

    /** What was read, without its checksum. */
    private static Outcome read(SourceReader reader, FoundFile file) {
        Outcome outcome = reader.read(file);
        return new Outcome(outcome.file(), outcome.problems(), OptionalLong.empty());
    }

    private static Outcome text(String text) {
        return new Outcome(Optional.of(new SourceFile("A.java", text)), List.of(), OptionalLong.empty());
    }

    private static Outcome failed(Problem.Kind kind, String message) {
        return new Outcome(Optional.empty(), List.of(problem(kind, message)), OptionalLong.empty());
    }

    private static Problem problem(Problem.Kind kind, String message) {
        return new Problem(kind, "A.java", 0, message);
    }
}
