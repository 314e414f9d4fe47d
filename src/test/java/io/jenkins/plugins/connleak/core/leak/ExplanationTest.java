package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people read of a finding; {@code -Dconnleak.updateGolden=true} writes the golden file anew. */
class ExplanationTest {
    private static final Path FOLDER = Path.of("src/test/resources/explanations");

    @Test
    void tellsPathMessageAndMendAsTheGoldenFileSays() throws Exception {
        AnalysisResult result = Analyses.of(
                Analyses.CATALOG, Map.of("shop/Explained.java", Files.readString(FOLDER.resolve("Explained.java"))));
        String text = result.findings().stream()
                .sorted(Finding.ORDER)
                .map(ExplanationTest::text)
                .collect(Collectors.joining("\n"));
        Path golden = FOLDER.resolve("Explained.txt");
        if (Boolean.getBoolean("connleak.updateGolden")) {
            Files.writeString(golden, text);
        }

        assertThat(result.problems()).isEmpty();
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    private static String text(Finding finding) {
        StringBuilder text = new StringBuilder();
        text.append(finding.place()).append('\n');
        text.append(finding.rule().id())
                .append(' ')
                .append(finding.certainty().id())
                .append(' ');
        text.append(finding.resource()).append('\n');
        text.append(finding.explanation().message()).append('\n');
        text.append(finding.explanation().hint()).append('\n');
        finding.explanation().path().forEach(step -> text.append("  ")
                .append(step.line())
                .append(' ')
                .append(step.kind())
                .append(' ')
                .append(step.text())
                .append('\n'));
        return text.toString();
    }
}
