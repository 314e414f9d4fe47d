package io.jenkins.plugins.connleak.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Java files that end where they should not. {@code -Dconnleak.cut.dir=DIR} takes the files of another folder,
 * {@code -Dconnleak.cut.times=N} cuts each so often, {@code -Dconnleak.cut.seed=S} elsewhere.
 */
class CutSourcesTest {
    private static final Path OWN = Path.of("src/main/java/io/jenkins/plugins/connleak/core");

    @Test
    void looksAtFilesThatEndAnywhere() throws Exception {
        Path dir = Path.of(System.getProperty("connleak.cut.dir", OWN.toString()));
        int times = Integer.getInteger("connleak.cut.times", 1);
        Random random = new Random(Long.getLong("connleak.cut.seed", 1L));
        Probe probe = new Probe();
        for (Path file : files(dir)) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (int i = 0; i < times; i++) {
                int end = random.nextInt(text.length() + 1);
                probe.look(dir.relativize(file) + "@" + end, text.substring(0, end));
            }
        }
        System.out.println("cut sources: " + probe);

        assertThat(probe.failures()).isEmpty();
        assertThat(probe.count(Problem.Kind.UNPARSABLE)).isPositive();
        assertThat(probe.methods()).isPositive();
    }

    private static List<Path> files(Path dir) throws IOException {
        try (Stream<Path> paths = Files.walk(dir)) {
            return paths.filter(path -> path.toString().endsWith(".java") && Files.isRegularFile(path))
                    .sorted()
                    .toList();
        }
    }
}
