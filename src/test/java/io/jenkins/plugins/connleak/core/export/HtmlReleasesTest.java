package io.jenkins.plugins.connleak.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.ReleaseTotals;
import io.jenkins.plugins.connleak.core.model.ScanSeries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of releases and of what changed between two: self-contained, and deaf to markup in names. */
class HtmlReleasesTest {
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&\u202e\u0000";
    private static final Pattern HANDLER = Pattern.compile("<[a-z]+[^>\"]*(\"[^\"]*\"[^>\"]*)*\\son[a-z]+=");

    @Test
    void showsFirstLastFewestAndMostOfEachReleaseTheNewestOnTop() throws IOException {
        String page = page(List.of(release("4.5.0", 7, 9, 4, 3), release("4.6.0", 3, 3, 3, 1)));

        assertThat(rows(page))
                .containsExactly(
                        "4.6.0|1|19 2026-03-04 05:06|3|20 2026-03-04 05:07|3|3|3|\u00B10",
                        "4.5.0|3|19 2026-03-04 05:06|7|20 2026-03-04 05:07|4|4|9|-3");
        assertThat(page)
                .contains("<polygon class=\"cl-area-total\" points=\"44.0,")
                .contains("<title>4.5.0: 4 leaks at the last of 3 builds, 4 to 9</title>");
    }

    @Test
    void escapesNamesAndHasNoScriptButItsOwn() throws IOException {
        String page = page(List.of(new ReleaseTotals(
                new ScanSeries(HOSTILE, HOSTILE, HOSTILE),
                HOSTILE,
                1,
                new ReleaseTotals.Point(HOSTILE, TIME, 1),
                new ReleaseTotals.Point(HOSTILE, TIME, 1),
                new ReleaseTotals.Range(1, 1))));

        assertThat(page).doesNotContain("<img").doesNotContain("\u202e").contains("Content-Security-Policy");
        assertThat(HANDLER.matcher(page).find()).isFalse();
    }

    @Test
    void leavesOutOldReleasesAndSaysSo() throws IOException {
        List<ReleaseTotals> many = new ArrayList<>();
        for (int index = 0; index < 10_000; index++) {
            many.add(release("r" + index, 1, 1, 1, 1));
        }

        String page = page(many);

        assertThat(rows(page)).hasSize(HtmlReleases.MAX_RELEASES);
        assertThat(page).contains("This page shows the last 500 of 10000 releases; the CSV has them all.");
    }

    @Test
    void saysWhereThereIsNothing() throws IOException {
        assertThat(page(List.of())).contains("No builds yet.");
    }

    @Test
    void showsWhatCameAndWhatWent() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        HtmlChanges.write(
                new HtmlChanges.Content(
                        "shop 4.6.0 " + HOSTILE,
                        "shop 4.5.0",
                        SampleReports.hostile().findings(),
                        SampleReports.shop().findings().subList(0, 1),
                        5),
                target);
        String page = target.toString(StandardCharsets.UTF_8);

        assertThat(page)
                .contains("<dt>Fixed</dt><dd>1</dd>", "<dt>Outstanding</dt><dd>5</dd>", "LegacyTasks.java")
                .doesNotContain("<img")
                .doesNotContain("\u202e");
        assertThat(HANDLER.matcher(page).find()).isFalse();
    }

    private static ReleaseTotals release(String name, int first, int max, int last, int builds) {
        return new ReleaseTotals(
                new ScanSeries("cli", "shop", "connleak"),
                name,
                builds,
                new ReleaseTotals.Point("19", TIME, first),
                new ReleaseTotals.Point("20", TIME.plusSeconds(60), last),
                new ReleaseTotals.Range(Math.min(first, last), max));
    }

    private static String page(List<ReleaseTotals> releases) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        HtmlReleases.write(releases, target);
        return target.toString(StandardCharsets.UTF_8);
    }

    private static List<String> rows(String page) {
        return Pattern.compile("<tr><td>(.*?)</td></tr>")
                .matcher(page)
                .results()
                .map(row -> row.group(1).replace("</td><td>", "|").replaceAll("<[^>]*>", ""))
                .toList();
    }
}
