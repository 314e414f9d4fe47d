package io.jenkins.plugins.connleak.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final Pattern INLINE_HANDLER = Pattern.compile("<[^>]*\\son[a-z]+\\s*=", Pattern.CASE_INSENSITIVE);
    private static final Pattern STYLE_ATTRIBUTE = Pattern.compile("<[^>]*\\sstyle\\s*=", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOADED =
            Pattern.compile("<(link|img|iframe|object|embed|base)\\b|\\ssrc=|@import|url\\(");

    @Test
    void writesEveryPartOfTheReport() throws IOException {
        Golden.assertSame(
                "report.html",
                body(written(SampleReports.shop(), SampleReports.shopExcerpts(), SampleReports.shopHistory())));
    }

    @Test
    void writesATrendPerJob() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        HtmlReport.writeTrend(SampleReports.shopHistory(), target);

        Golden.assertSame("trend.html", body(target.toString(StandardCharsets.UTF_8)));
    }

    @Test
    void writesTheSameBytesWhateverTheOrderOfTheHistory() throws IOException {
        List<HistoryEntry> reversed = new ArrayList<>(SampleReports.shopHistory());
        Collections.reverse(reversed);

        assertThat(written(SampleReports.shop(), SampleReports.shopExcerpts(), reversed))
                .isEqualTo(written(SampleReports.shop(), SampleReports.shopExcerpts(), SampleReports.shopHistory()));
    }

    @Test
    void allowsItsOwnScriptAndStyleAndNothingElse() throws Exception {
        String page = written(SampleReports.shop(), SampleReports.shopExcerpts(), SampleReports.shopHistory());

        assertThat(between(page, "Content-Security-Policy\" content=\"", "\""))
                .isEqualTo("default-src 'none'; style-src '" + hash(between(page, "<style>", "</style>"))
                        + "'; script-src '" + hash(between(page, "<script>", "</script>"))
                        + "'; base-uri 'none'; form-action 'none'");
        assertThat(page).doesNotContainPattern(INLINE_HANDLER).doesNotContainPattern(STYLE_ATTRIBUTE);
        assertThat(page).doesNotContainPattern(LOADED).doesNotContain("eval(", "innerHTML");
    }

    @Test
    void letsNoHostileTextBreakOut() throws IOException {
        String hostile = written(SampleReports.hostile(), SampleReports.hostileExcerpts(), List.of());

        assertThat(hostile.split("<script", -1)).hasSize(4);
        assertThat(hostile.split("</script", -1)).hasSize(4);
        assertThat(body(hostile)).isNotEmpty();
        assertThat(hostile).doesNotContain("alert(1)<", "<!--", "\u2028", "\u2029", "\u0000", "\u202e");
        JsonNode data = new ObjectMapper().readTree(between(hostile, "data-cl-data>", "</script>"));
        assertThat(data.at("/leaks/0/message").textValue())
                .isEqualTo(SampleReports.hostile()
                        .findings()
                        .get(0)
                        .explanation()
                        .message()
                        .replace('\uD800', '\uFFFD'));
    }

    @Test
    void showsAsManyLeaksAsAPageCanBearAndSaysSo() throws IOException {
        String page = written(SampleReports.large(HtmlReport.MAX_SHOWN + 1), List.of(), List.of());

        assertThat(page.split("<article ", -1)).hasSize(HtmlReport.MAX_SHOWN + 1);
        assertThat(page).contains("This page shows the first 2,000 of 2,001; the JSON report has them all.");
    }

    @Test
    void leadsFromEveryRowToAnArticle() throws IOException {
        String page = written(SampleReports.shop(), SampleReports.shopExcerpts(), List.of());
        List<String> rows = all(page, "<tr data-cl-row=\"([^\"]+)\"");
        List<String> articles = all(page, "<article [^>]*id=\"([^\"]+)\"");

        assertThat(rows).isEqualTo(articles).hasSize(LeakKind.values().length);
        assertThat(new HashSet<>(rows)).hasSameSizeAs(rows);
    }

    @Test
    void givesFindingsWithoutAUsableFingerprintAnIdAllTheSame() {
        Finding finding = SampleReports.hostile().findings().get(0);
        List<Finding> findings = List.of(finding, finding, finding.withFingerprint(new Fingerprint("\"><b>", "")));

        assertThat(HtmlTable.ids(findings)).containsExactly("leak-0", "leak-at-2", "leak-at-3");
    }

    @Test
    void drawsThePathOnTheSourceInItsOrder() {
        Finding finding = SampleReports.shop().findings().get(2);
        String article = new LeakView(SampleReports.shopExcerpts(), PageTexts.ENGLISH).html(finding, "leak-1");

        assertThat(all(article, "data-step=\"(\\d+)\"")).containsExactly("1", "2", "3");
        assertThat(all(article, "<div class=\"(cl-line[^\"]*)\">"))
                .containsExactly(
                        "cl-line",
                        "cl-line",
                        "cl-line",
                        "cl-line",
                        "cl-line cl-at-step cl-at-acquired",
                        "cl-line cl-rail-above cl-at-step cl-at-leaves",
                        "cl-line",
                        "cl-line",
                        "cl-line",
                        "cl-line");
        assertThat(finding.explanation().path().stream().map(PathStep::line)).containsExactly(26, 27, 27);
    }

    @Test
    void listsThePathWhereTheSourceIsMissing() {
        Finding finding = SampleReports.shop().findings().get(2);
        String article = new LeakView(List.of(), PageTexts.ENGLISH).html(finding, "leak-1");

        assertThat(all(article, "data-step=\"(\\d+)\"")).containsExactly("1", "2", "3");
        assertThat(article).doesNotContain("cl-line ");
    }

    @Test
    void coloursWordsOfJava() {
        JavaHighlighter highlighter = new JavaHighlighter();

        assertThat(highlighter.line("\tint a = 'x' + \"<b>\\\"\"; /* c"))
                .isEqualTo(
                        "    <span class=\"cl-k\">int</span> a = <span class=\"cl-s\">&#39;x&#39;</span> + "
                                + "<span class=\"cl-s\">&quot;&lt;b&gt;\\&quot;&quot;</span>; <span class=\"cl-c\">/* c</span>");
        assertThat(highlighter.line("goes on */ return 1; // end"))
                .isEqualTo("<span class=\"cl-c\">goes on */</span> <span class=\"cl-k\">return</span> "
                        + "<span class=\"cl-n\">1</span>; <span class=\"cl-c\">// end</span>");
    }

    @Test
    void scalesTheTrendToWholeNumbers() {
        assertThat(List.of(0, 4, 5, 9, 20, 21, 41, 100).stream().map(TrendChart::niceTop))
                .containsExactly(4, 4, 8, 20, 20, 40, 80, 200);
    }

    @Test
    void writesLargeTrendsOfTheNewestBuilds() throws IOException {
        HistoryEntry entry = SampleReports.shopHistory().get(0);
        List<HistoryEntry> history = new ArrayList<>();
        for (int index = 0; index <= HtmlTrend.MAX_POINTS; index++) {
            history.add(new HistoryEntry(
                    entry.tag(), entry.finishedAt().plusSeconds(index), Integer.MAX_VALUE, Map.of(), Map.of()));
        }
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        HtmlReport.writeTrend(history, target);

        assertThat(target.toString(StandardCharsets.UTF_8))
                .contains(HtmlTrend.MAX_POINTS + " of 501 builds as a table");
    }

    private static String written(ScanReport report, List<SourceExcerpt> excerpts, List<HistoryEntry> history)
            throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        HtmlReport.write(report, excerpts, history, PageTexts.ENGLISH, target);
        return target.toString(StandardCharsets.UTF_8);
    }

    /** The page without its style sheet and its script, which have files of their own. */
    private static byte[] body(String page) {
        return page.replaceFirst("(?s)<style>.*?</style>", "<style></style>")
                .replaceFirst("(?s)<script>.*?</script>", "<script></script>")
                .replaceFirst("<meta http-equiv[^>]*>", "<meta>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static List<String> all(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
