package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.cache.RecordReader;
import io.jenkins.plugins.connleak.core.cache.RecordWriter;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    private final LeakAnalysis analysis = new LeakAnalysis(ResourceCatalog.builtIn());
    private final JavaSourceParser parser = new JavaSourceParser();

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
        byte[] kept = keep(before);
        Random random = new Random(20261121);
        int takenOver = 0;
        int rounds = Integer.getInteger("connleak.rounds", 12);
        for (int round = 0; round < rounds; round++) {
            Map<String, String> now = changed(before, random);
            Optional<AnalysisResult> again = analysis.solveAgain(read(kept), new Changes(before, now), 1 + round % 2);
            if (again.isPresent()) {
                takenOver++;
                assertThat(shown(again.get()))
                        .as("round %d: %s", round, differing(before, now))
                        .isEqualTo(shown(analysis.solve(lowered(now), 1)));
            }
        }
        // where almost everything hangs together all is looked at anew; not every time
        assertThat(takenOver).isPositive();
    }

    private byte[] keep(Map<String, String> sources) throws InterruptedException {
        RecordWriter writer = new RecordWriter();
        writer.write(analysis.solveToKeep(lowered(sources), 2).saved().orElseThrow());
        return writer.toByteArray();
    }

    private static SavedAnalysis read(byte[] kept) throws Exception {
        return new RecordReader(kept).read(SavedAnalysis.class);
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

    private static Set<String> differing(Map<String, String> before, Map<String, String> now) {
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(now.keySet());
        paths.removeIf(path -> before.getOrDefault(path, "").equals(now.getOrDefault(path, "")));
        return paths;
    }

    private List<LoweredFile> lowered(Map<String, String> sources) {
        List<LoweredFile> lowered = new ArrayList<>();
        sources.forEach((path, text) -> lower(path, text).ifPresent(lowered::add));
        return lowered;
    }

    private synchronized Optional<LoweredFile> lower(String path, String text) {
        return parser.parse(new SourceFile(path, text)).file().map(analysis::lower);
    }

    private static List<String> shown(AnalysisResult result) {
        return Stream.of(
                        result.findings().stream().map(Finding::toString),
                        result.problems().stream().map(Object::toString),
                        Stream.of("methods: " + result.methods()))
                .flatMap(lines -> lines)
                .sorted()
                .toList();
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

    /** The difference between two states of the sources. */
    private final class Changes implements ChangedFiles {
        private final Map<String, String> before;
        private final Set<String> differing;
        private final List<LoweredFile> lowered = new ArrayList<>();
        private final Set<String> gone = new TreeSet<>();

        Changes(Map<String, String> before, Map<String, String> now) {
            this.before = before;
            this.differing = differing(before, now);
            for (String path : differing) {
                Optional<LoweredFile> file = Optional.ofNullable(now.get(path))
                        .flatMap(text -> IncrementalAnalysisTest.this.lower(path, text));
                file.ifPresentOrElse(lowered::add, () -> gone.add(path));
            }
        }

        @Override
        public List<LoweredFile> lowered() {
            return lowered;
        }

        @Override
        public Set<String> gone() {
            return gone;
        }

        @Override
        public LoweredFile lower(String path) {
            assertThat(differing).doesNotContain(path);
            return IncrementalAnalysisTest.this
                    .lower(path, before.getOrDefault(path, ""))
                    .orElseThrow();
        }

        @Override
        public boolean isMentioned(Set<String> words) {
            return before.entrySet().stream()
                    .filter(file -> !differing.contains(file.getKey()))
                    .anyMatch(file -> words.stream().anyMatch(file.getValue()::contains));
        }
    }
}
