package io.jenkins.plugins.connleak.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.scan.ScanOptions;
import io.jenkins.plugins.connleak.core.scan.ScanProgress;
import io.jenkins.plugins.connleak.core.scan.Scanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What developers do to sources, and which leaks are new, outstanding and fixed after it. Each folder of {@code edits}
 * holds the sources before and after. A leak of the sources before that goes is marked {@code // FIXED}, one of the
 * sources after is marked {@code // NEW} or {@code // OUTSTANDING}.
 */
class EditsTest {
    private static final int FEWEST_CASES = 20;

    @TestFactory
    Stream<DynamicTest> tellsWhatAnEditBringsAndTakes() throws Exception {
        return cases().stream().map(folder -> DynamicTest.dynamicTest(name(folder), () -> check(folder)));
    }

    @Test
    void hasEdits() throws Exception {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(FEWEST_CASES);
    }

    private static void check(Path folder) throws Exception {
        ScanReport before = scan(folder.resolve("before"));
        ScanReport after = scan(folder.resolve("after"));

        Delta delta = Delta.between(ReferenceReport.of(before), after);

        TreeSet<String> expected = new TreeSet<>(marked(folder.resolve("before"), "FIXED"));
        expected.addAll(marked(folder.resolve("after"), "NEW"));
        expected.addAll(marked(folder.resolve("after"), "OUTSTANDING"));
        TreeSet<String> actual = new TreeSet<>();
        delta.fixed().forEach(leak -> actual.add(told("FIXED", leak)));
        delta.added().forEach(leak -> actual.add(told("NEW", leak)));
        delta.outstanding().forEach(leak -> actual.add(told("OUTSTANDING", leak)));
        assertThat(actual).isEqualTo(expected).isNotEmpty();
    }

    private static ScanReport scan(Path folder) throws Exception {
        return new Scanner(ScanOptions.DEFAULT)
                .scan(List.of(folder), ScanProgress.NONE)
                .report();
    }

    private static String told(String state, Finding leak) {
        return state + " " + leak.place().file() + ":" + leak.place().line();
    }

    private static List<String> marked(Path folder, String state) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> marks(folder, file, state))
                    .toList();
        }
    }

    private static Stream<String> marks(Path folder, Path file, String state) {
        try {
            List<String> lines = Files.readAllLines(file);
            String path = folder.relativize(file).toString().replace('\\', '/');
            return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                    .filter(i -> lines.get(i).endsWith("// " + state))
                    .map(i -> state + " " + path + ":" + (i + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> cases() throws IOException, URISyntaxException {
        URL edits = Objects.requireNonNull(EditsTest.class.getResource("/edits"));
        try (Stream<Path> folders = Files.list(Path.of(edits.toURI()))) {
            return folders.sorted().toList();
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName()).replace('-', ' ');
    }
}
