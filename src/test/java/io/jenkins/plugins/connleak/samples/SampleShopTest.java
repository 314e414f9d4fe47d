package io.jenkins.plugins.connleak.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import io.jenkins.plugins.connleak.core.scan.Engine;
import io.jenkins.plugins.connleak.core.scan.HouseFiles;
import io.jenkins.plugins.connleak.core.scan.ScanOptions;
import io.jenkins.plugins.connleak.core.scan.ScanProgress;
import io.jenkins.plugins.connleak.core.scan.Scanner;
import io.jenkins.plugins.connleak.core.scan.SourceSelection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sample shop as the first command of the README scans it. */
class SampleShopTest {
    private static final Path SHOP = Path.of("samples", "shop");

    private static ScanReport scan() throws Exception {
        HouseFiles house = new HouseFiles(
                SHOP.resolve("connection_leak_regex.properties").toString(),
                SHOP.resolve("connection_leak_ignore.properties").toString());
        ScanOptions options =
                new ScanOptions(Engine.BOTH, SourceSelection.DEFAULT, house, Certainty.POSSIBLE, 2, BuildTag.NONE);
        return new Scanner(options).scan(List.of(SHOP), ScanProgress.NONE).report();
    }

    @Test
    void leaksByEveryRule() throws Exception {
        Set<LeakKind> found = scan().findings().stream()
                .map(Finding::rule)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LeakKind.class)));
        assertThat(found).containsExactlyElementsOf(Arrays.asList(LeakKind.values()));
    }

    @Test
    void isSilencedInEveryWay() throws Exception {
        assertThat(scan().silenced())
                .extracting(SilencedFinding::by)
                .contains(SilencedFinding.By.IGNORE_LIST, SilencedFinding.By.ANNOTATION, SilencedFinding.By.COMMENT);
    }

    @Test
    void reportsNoFlowFindingInMethodsThatAreSaidToBeRight() throws Exception {
        for (Finding finding : scan().findings()) {
            if (finding.rule() != LeakKind.LEGACY_PATTERN) {
                List<String> lines =
                        Files.readAllLines(SHOP.resolve(finding.place().file()));
                assertThat(commentAbove(lines, finding.place().line()))
                        .as(finding.place() + " " + finding.explanation().message())
                        .doesNotContain("/** Right");
            }
        }
    }

    /** The nearest line above that begins a Javadoc comment. */
    private static String commentAbove(List<String> lines, int line) {
        for (int i = line - 1; i >= 0; i--) {
            if (lines.get(i).strip().startsWith("/**")) {
                return lines.get(i);
            }
        }
        return "";
    }
}
