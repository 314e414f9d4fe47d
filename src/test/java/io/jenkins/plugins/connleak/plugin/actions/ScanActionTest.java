package io.jenkins.plugins.connleak.plugin.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.security.AnyTypePermission;
import hudson.model.Item;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.plugin.Reports;
import io.jenkins.plugins.connleak.plugin.TestJob;
import io.jenkins.plugins.connleak.plugin.TestRun;
import io.jenkins.plugins.connleak.plugin.rows.RowQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanActionTest {
    private static final RowQuery ALL = RowQuery.of(name -> null);

    @TempDir
    private Path folder;

    private final TestRun run = mock(TestRun.class);
    private final TestJob job = mock(TestJob.class);
    private final ScanAction action = new ScanAction(
            new ScanFacts("main", "", new BuildTag("shop", "4.5.0", "19"), "flow", Instant.ofEpochMilli(1_000), 250),
            new ScanTotals(Reports.REPORT));

    @BeforeEach
    void attach() throws IOException {
        when(run.getRootDir()).thenReturn(folder.toFile());
        when(run.getParent()).thenReturn(job);
        new ReportStore(folder, "main").write(new ScanOutcome(Reports.REPORT, List.of(Reports.EXCERPT)));
        action.onAttached(run);
    }

    @Test
    void tellsTheLeaksToTheRemoteApi() {
        assertThat(action.getFindings())
                .extracting(ExportedFinding::getFile, ExportedFinding::getLine, ExportedFinding::getRule)
                .containsExactly(
                        tuple("src/Dao.java", 3, "never-closed"), tuple("src/Dao.java", 5, "not-closed-on-exception"));
        assertThat(action.getFindings().get(1).getPath())
                .extracting(ExportedFinding.Step::getLine, ExportedFinding.Step::getKind)
                .containsExactly(tuple(5, "acquired"), tuple(6, "throws"), tuple(6, "leaves"));
    }

    @Test
    void saysInWordsThatTheReportIsLost() throws IOException {
        Files.delete(folder.resolve("connleak-main.json"));

        assertThat(action.getTrouble()).contains("connleak-main.json").contains("missing or damaged");
        assertThat(action.getPage().getTrouble()).isEqualTo(action.getTrouble());
        assertThat(action.getPage().isAnything()).isFalse();
        assertThat(action.getFindings()).isEmpty();
        assertThat(action.getLeak("aa01")).isNull();
        assertThat(action.getTotal()).isEqualTo(2);
    }

    @Test
    void saysInWordsThatTheReportIsDamaged() throws IOException {
        Files.writeString(folder.resolve("connleak-main.json"), "{\"format\": 1, ");

        assertThat(action.getTrouble()).contains("missing or damaged");
    }

    @Test
    void findsALeakByItsFingerprintAndNoneByAPath() {
        LeakPage page = Objects.requireNonNull(action.getLeak("aa02"));

        assertThat(page.getPlace()).isEqualTo("src/Dao.java:5");
        assertThat(page.near(ALL).getPreviousId()).isEqualTo("aa01");
        assertThat(page.near(ALL).getNextId()).isEmpty();
        assertThat(action.getLeak("src/Dao.java")).isNull();
        assertThat(action.getLeak("..")).isNull();
    }

    @Test
    void findsALeakWithoutFingerprintByItsPlaceInTheReport() throws IOException {
        Finding bare = Reports.CONNECTION.withFingerprint(Fingerprint.NONE);
        new ReportStore(folder, "main")
                .write(new ScanOutcome(Reports.report(List.of(bare, Reports.STATEMENT, bare)), List.of()));

        assertThat(Objects.requireNonNull(action.getLeak("n1")).near(ALL).getNextId())
                .isEqualTo("aa02");
        assertThat(Objects.requireNonNull(action.getLeak("n3")).near(ALL).getPreviousId())
                .isEqualTo("aa02");
    }

    @Test
    void hidesTheSourceFromWhoMayNotSeeTheWorkspace() {
        when(job.hasPermission(Item.WORKSPACE)).thenReturn(false);
        LeakPage page = Objects.requireNonNull(action.getLeak("aa02"));

        assertThat(page.isSourceAllowed()).isFalse();
        assertThat(page.getHtml()).contains("executeQuery() may throw").doesNotContain("line 5");
    }

    @Test
    void showsTheSourceOfThePathToWhoMay() {
        when(job.hasPermission(Item.WORKSPACE)).thenReturn(true);
        LeakPage page = Objects.requireNonNull(action.getLeak("aa02"));

        assertThat(page.isSourceAllowed()).isTrue();
        assertThat(page.getHtml()).contains("executeQuery() may throw").containsPattern("line.{0,40}6");
    }

    @Test
    void tellsThePathWhenTheSourceIsLost() throws IOException {
        when(job.hasPermission(Item.WORKSPACE)).thenReturn(true);
        Files.delete(folder.resolve("connleak-main.sources.json"));

        assertThat(Objects.requireNonNull(action.getLeak("aa02")).getHtml())
                .contains("executeQuery() may throw")
                .doesNotContain("line 5");
    }

    @Test
    void readsARecordOfABuildThatHasFewFields() {
        XStream xstream = new XStream();
        xstream.addPermission(AnyTypePermission.ANY);
        ScanAction old = (ScanAction) xstream.fromXML("<io.jenkins.plugins.connleak.plugin.actions.ScanAction>"
                + "<id>connleak</id><totals><total>3</total><byRule><entry><string>never-closed</string><int>3</int>"
                + "</entry></byRule></totals></io.jenkins.plugins.connleak.plugin.actions.ScanAction>");

        assertThat(old.getTotal()).isEqualTo(3);
        assertThat(old.getByRule()).isEqualTo(Map.of("never-closed", 3));
        assertThat(old.getByCertainty()).isEmpty();
        assertThat(old.getRelease()).isEmpty();
        assertThat(old.getEngine()).isEmpty();
        assertThat(old.getUrlName()).isEqualTo("connleak");
    }

    @Test
    void writesNothingIntoTheRecordButCountsAndTexts() {
        XStream xstream = new XStream();

        assertThat(xstream.toXML(action))
                .contains("<total>2</total>", "<release>4.5.0</release>", "<buildNumber>19</buildNumber>")
                .doesNotContain("Dao")
                .doesNotContain("<run");
    }
}
