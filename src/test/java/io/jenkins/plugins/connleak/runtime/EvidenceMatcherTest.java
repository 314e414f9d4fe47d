package io.jenkins.plugins.connleak.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Confirmation;
import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.EvidenceTotals;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.Sightings;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import io.jenkins.plugins.connleak.core.scan.Engine;
import io.jenkins.plugins.connleak.core.scan.HouseFiles;
import io.jenkins.plugins.connleak.core.scan.ScanOptions;
import io.jenkins.plugins.connleak.core.scan.ScanProgress;
import io.jenkins.plugins.connleak.core.scan.Scanner;
import io.jenkins.plugins.connleak.core.scan.SourceSelection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The sources of the shop that wrote the logs, and its logs. */
class EvidenceMatcherTest {
    private static final String INVOICE = "InvoiceService.java:16 connection: 1 same line";
    private static final String REPORT = "ReportService.java:20 connection: 1 same line";
    private static final String EXPORT = "com.example.shop.ExportJob.export(ExportJob.java:17): 1";

    private static ScanReport scan() throws Exception {
        Path shop = Path.of(Objects.requireNonNull(EvidenceMatcherTest.class.getResource("/runtime/shop"))
                .toURI());
        ScanOptions options = new ScanOptions(
                Engine.FLOW, SourceSelection.DEFAULT, HouseFiles.NONE, Certainty.POSSIBLE, 1, BuildTag.NONE);
        return new Scanner(options).scan(List.of(shop), ScanProgress.NONE).report();
    }

    private static ScanReport matched(String... logs) throws Exception {
        return EvidenceMatcher.match(scan(), read(logs));
    }

    private static EvidenceLog read(String... logs) throws InterruptedException {
        EvidenceReader reader = new EvidenceReader(EvidenceLimits.DEFAULT);
        for (String log : logs) {
            reader.read(log, () -> ExpectedLogs.open(log));
        }
        return reader.result();
    }

    @Test
    void confirmsWhatReallyLeaksAndNothingElse() throws Exception {
        ScanReport report = matched("hikaricp-logback.log");
        assertThat(confirmed(report)).containsExactly(INVOICE, "OrderDao.java:19 connection: 3 same line", REPORT);
        assertThat(unmatched(report)).isEmpty();
        assertThat(refused(report)).containsExactly("com.example.shop.CheckoutService.pay(CheckoutService.java:17): 2");
        assertThat(report.evidence().totals()).isEqualTo(new EvidenceTotals(1, 5, 1, 2, 3, 0));
    }

    @Test
    void listsWhatTheSourcesDoNotShow() throws Exception {
        ScanReport report = matched("c3p0-jul.log");
        assertThat(confirmed(report)).containsExactly(INVOICE, "OrderDao.java:19 connection: 3 same line", REPORT);
        assertThat(unmatched(report)).containsExactly(EXPORT);
        assertThat(report.evidence().totals()).isEqualTo(new EvidenceTotals(1, 6, 0, 2, 3, 1));
    }

    @Test
    void doesNotNameToolsThatTookAllBack() throws Exception {
        ScanReport report = matched("c3p0-jul.log", "hikaricp-logback.log");
        assertThat(report.evidence().unmatched()).singleElement().satisfies(site -> assertThat(site.sightings())
                .isEqualTo(new Sightings(1, List.of("c3p0"), List.of(), "2026-11-20 23:59:20", "2026-11-20 23:59:20")));
    }

    @Test
    void goesThroughTwoHelpers() throws Exception {
        assertThat(confirmed(matched("pgjdbc-unclosed-jul.log")))
                .containsExactly(INVOICE, "OrderDao.java:19 connection: 3 same line", REPORT);
    }

    @Test
    void knowsStatementsOfThePoolThatReportsThem() throws Exception {
        assertThat(confirmed(matched("dbcp1-logback.log")))
                .containsExactly(
                        INVOICE,
                        "OrderDao.java:19 connection: 3 same line",
                        "OrderDao.java:20 statement: 3 same line",
                        "OrderDao.java:21 rows: 3 same line",
                        REPORT,
                        "ReportService.java:21 : 1 same line");
    }

    @Test
    void addsUpLogsOfSeveralPrograms() throws Exception {
        ScanReport report = matched("hikaricp-logback.log", "druid-logback.log");
        assertThat(confirmed(report))
                .containsExactly(
                        "InvoiceService.java:16 connection: 2 same line",
                        "OrderDao.java:19 connection: 6 same line",
                        "ReportService.java:20 connection: 2 same line");
        Confirmation orders =
                report.findings().get(1).explanation().runtimeEvidence().orElseThrow();
        assertThat(orders.sightings())
                .isEqualTo(new Sightings(
                        6,
                        List.of("Druid", "HikariCP"),
                        List.of("HikariPool-1"),
                        "2026-11-20 23:58:42",
                        "2026-11-20 23:59:20"));
    }

    @Test
    void tellsOfOtherLinesWhereTheSourcesHaveChanged() throws Exception {
        EvidenceLog log = leak(frame("com.example.shop.OrderDao", "findOpenOrders", "OrderDao.java", 24));
        ScanReport report = EvidenceMatcher.match(scan(), log);
        assertThat(confirmed(report)).containsExactly("OrderDao.java:19 connection: 1 other line");
    }

    @Test
    void findsTheMethodAroundALambda() throws Exception {
        EvidenceLog log = leak(frame("com.example.shop.ReportService", "lambda$nightly$0", "ReportService.java", 44));
        assertThat(confirmed(EvidenceMatcher.match(scan(), log)))
                .containsExactly("ReportService.java:20 connection: 1 other line");
    }

    @Test
    void doesNotBlameACallerWhoseFindingIsAboutSomethingElse() throws Exception {
        EvidenceLog log = leak(
                frame("com.example.shop.Audit", "write", "Audit.java", 5),
                frame("com.example.shop.InvoiceService", "cancel", "InvoiceService.java", 16));
        ScanReport report = EvidenceMatcher.match(scan(), log);
        assertThat(confirmed(report)).isEmpty();
        assertThat(unmatched(report)).containsExactly("com.example.shop.Audit.write(Audit.java:5): 1");
    }

    @Test
    void tellsClassesOfOtherPackagesApart() throws Exception {
        EvidenceLog log = leak(frame("com.example.other.OrderDao", "findOpenOrders", "OrderDao.java", 19));
        assertThat(confirmed(EvidenceMatcher.match(scan(), log))).isEmpty();
    }

    @Test
    void confirmsSilencedLeaksToo() throws Exception {
        ScanReport all = scan();
        List<SilencedFinding> silenced = all.findings().stream()
                .map(finding -> new SilencedFinding(finding, SilencedFinding.By.COMMENT, "known"))
                .toList();
        ScanReport quiet = new ScanReport(all.info(), all.figures(), List.of(), silenced, List.of());
        ScanReport report = EvidenceMatcher.match(quiet, read("hikaricp-logback.log"));
        assertThat(report.silenced().stream()
                        .filter(each ->
                                each.finding().explanation().runtimeEvidence().isPresent())
                        .map(each -> each.finding().place().line()))
                .containsExactly(16, 19, 20);
        assertThat(report.evidence().totals()).isEqualTo(new EvidenceTotals(1, 5, 1, 2, 0, 0));
        assertThat(report.evidence().unmatched()).isEmpty();
    }

    @Test
    void leavesAReportWithoutEvidenceAlone() throws Exception {
        ScanReport report = matched("p6spy-logback.log");
        assertThat(report.findings()).isEqualTo(scan().findings());
        assertThat(report.evidence().totals()).isEqualTo(new EvidenceTotals(1, 0, 0, 0, 0, 0));
    }

    @Test
    void keepsTheStacksSeenMost() throws Exception {
        List<EvidenceSite> sites = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            sites.add(new EvidenceSite(
                    List.of(
                            frame("com.example.shop.OrderDao", "findOpenOrders", "OrderDao.java", 19),
                            frame("com.example.shop.Web", "get" + i, "Web.java", i)),
                    new Sightings(i, List.of("HikariCP"), List.of(), "", "")));
        }
        ScanReport report = EvidenceMatcher.match(
                scan(), new EvidenceLog(new EvidenceTotals(1, 465, 0, 0, 0, 0), sites, List.of(), List.of()));
        Confirmation orders =
                report.findings().get(1).explanation().runtimeEvidence().orElseThrow();
        assertThat(orders.sites()).hasSize(EvidenceMatcher.MAX_STACKS);
        assertThat(orders.sites().get(0).sightings().count()).isEqualTo(30);
        assertThat(orders.sightings().count()).isEqualTo(465);
    }

    private static StackFrame frame(String className, String method, String file, int line) {
        return new StackFrame(className, method, file, line);
    }

    private static EvidenceLog leak(StackFrame... frames) {
        EvidenceSite site = new EvidenceSite(List.of(frames), new Sightings(1, List.of("HikariCP"), List.of(), "", ""));
        return new EvidenceLog(new EvidenceTotals(1, 1, 0, 0, 0, 0), List.of(site), List.of(), List.of());
    }

    private static List<String> confirmed(ScanReport report) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : report.findings()) {
            finding.explanation()
                    .runtimeEvidence()
                    .ifPresent(evidence -> lines.add(name(finding) + ":"
                            + finding.place().line() + " "
                            + finding.resource().variable() + ": "
                            + evidence.sightings().count() + (evidence.sameLine() ? " same line" : " other line")));
        }
        return lines;
    }

    private static String name(Finding finding) {
        String file = finding.place().file();
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static List<String> unmatched(ScanReport report) {
        return texts(report.evidence().unmatched());
    }

    private static List<String> refused(ScanReport report) {
        return texts(report.evidence().exhaustions());
    }

    private static List<String> texts(List<EvidenceSite> sites) {
        return sites.stream()
                .map(site ->
                        site.frames().get(0).text() + ": " + site.sightings().count())
                .toList();
    }
}
