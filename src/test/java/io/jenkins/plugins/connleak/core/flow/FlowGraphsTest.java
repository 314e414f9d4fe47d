package io.jenkins.plugins.connleak.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each construct of the language becomes the graph of the golden file; {@code -Dconnleak.updateGolden=true} writes them anew. */
class FlowGraphsTest {
    private static final Path FILES = Path.of("src/test/resources/graphs");

    @ParameterizedTest
    @ValueSource(strings = {"Conditions", "Expressions", "Loops", "Names", "Statements", "Switches", "Tries"})
    void lowersEachConstructAsTheGoldenFileSays(String name) throws Exception {
        String text = Graphs.text(Files.readString(FILES.resolve(name + ".java")));
        Path golden = FILES.resolve(name + ".txt");
        if (Boolean.getBoolean("connleak.updateGolden")) {
            Files.writeString(golden, text);
        }

        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
