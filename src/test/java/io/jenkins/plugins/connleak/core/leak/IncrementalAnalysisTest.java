package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is taken over from an earlier analysis must not show: after seeded changes of some files the same is found as by
 * looking at everything. {@code -Dconnleak.trees=FOLDER,FOLDER} does so with whole trees as well, {@code
 * -Dconnleak.rounds=N} more often.
 */
class IncrementalAnalysisTest {
    private static final int MOST_CHANGED = 4;
    private static final int GONE_ONE_IN = 12;

    static Stream<Path> trees() {
        return Stream.concat(
                        Stream.of(
                                "src/test/resources/corpus/helpers",
                                "src/test/resources/corpus/factories",
                                "samples",
                                "src/main/java"),
                        Stream.of(System.getProperty("connleak.trees", "").split(",")))
                .filter(tree -> !tree.isEmpty())
                .map(Path::of);
    }

    @ParameterizedTest
    @MethodSource("trees")
    void findsWhatALookAtEverythingFinds(Path tree) throws Exception {
        Map<String, String> before = sources(tree);
        Rescans scans = new Rescans(before);
        Random random = new Random(20261121);
        int takenOver = 0;
        int rounds = Integer.getInteger("connleak.rounds", 12);
        for (int round = 0; round < rounds; round++) {
            Map<String, String> now = changed(before, random);
            Optional<List<String>> again = scans.again(now, 1 + round % 2);
            if (again.isPresent()) {
                takenOver++;
                assertThat(again.get())
                        .as("round %d: %s", round, scans.differing(now))
                        .isEqualTo(scans.fresh(now));
            }
        }
        // where almost everything hangs together all is looked at anew; not every time
        assertThat(takenOver).isPositive();
    }

    private static Map<String, String> changed(Map<String, String> before, Random random) {
        List<String> paths = new ArrayList<>(before.keySet());
        Map<String, String> now = new TreeMap<>(before);
        for (int i = random.nextInt(MOST_CHANGED); i >= 0; i--) {
            String path = paths.get(random.nextInt(paths.size()));
            if (random.nextInt(GONE_ONE_IN) == 0) {
                now.remove(path);
            } else {
                now.put(path, SourceEdits.edit(before.getOrDefault(path, ""), random));
            }
        }
        return now;
    }

    private static Map<String, String> sources(Path tree) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> found = Files.walk(tree)) {
            found.filter(path -> path.toString().endsWith(".java") && Files.isRegularFile(path))
                    .forEach(path -> sources.put(path.toString(), text(path)));
        }
        return sources;
    }

    private static String text(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
