package io.jenkins.plugins.connleak.plugin.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.Confirmation;
import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Sightings;
import io.jenkins.plugins.connleak.plugin.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSearchTest {
    private static final List<Finding> LEAKS = RowFiles.leaks(2_000);

    @TempDir
    private Path folder;

    @Test
    void takesAPageOfTheReportsOrderWhereNothingIsAsked() throws IOException {
        RowSearch search = search("");

        assertThat(search.size()).isEqualTo(2_000);
        assertThat(search.pages()).isEqualTo(40);
        assertThat(search.onPage()).hasSize(50).startsWith(0, 1, 2);
    }

    @Test
    void takesTheLastPageWhereThereAreFewer() throws IOException {
        assertThat(search("page=41").onPage().toArray())
                .isEqualTo(search("page=40").onPage().toArray());
        assertThat(search("page=1&q=nothing-has-this").onPage()).isEmpty();
        assertThat(search("page=1&q=nothing-has-this").pages()).isEqualTo(1);
    }

    @Test
    void boundsWhatAnAddressAsksFor() {
        assertThat(query("page=-1&size=999999999&sort=nix&tab=nix&order=nix"))
                .isEqualTo(new RowQuery(RowQuery.Tab.LEAKS, List.of(), Map.of(), RowQuery.Sort.PLACE, 1, 50));
        assertThat(query("size=5000").pageSize()).isEqualTo(200);
        assertThat(query("q=" + "word ".repeat(2_000)).words()).containsExactly("word");
        assertThat(query("q=a b c d e f g h i j").words()).hasSize(8);
    }

    @Test
    void filtersByEachColumn() throws IOException {
        assertFits("rule=never-closed", leak -> leak.rule().id().equals("never-closed"));
        assertFits(
                "certainty=possible&kind=session",
                leak -> leak.certainty().id().equals("possible")
                        && leak.resource().kind().id().equals("session"));
        assertFits(
                "package=com.example.module7",
                leak -> leak.place().packageName().equals("com.example.module7"));
        String file = LEAKS.get(77).place().file();
        assertFits("file=" + file, leak -> leak.place().file().equals(file));
        assertFits("rule=nix", leak -> false);
    }

    @Test
    void findsRowsThatHaveAllWordsInWhateverCase() throws IOException {
        assertFits(
                "q=DAO17.java+LOAD3",
                leak -> leak.place().file().toLowerCase(Locale.ROOT).contains("dao17.java")
                        && (leak.place().method() + leak.explanation().message()).contains("load3"));
        assertFits(
                "q=module7/+never",
                leak -> leak.place().file().contains("module7/")
                        && leak.rule().id().contains("never"));
    }

    @Test
    void filtersByRunTimeEvidence() throws IOException {
        EvidenceSite site = new EvidenceSite(List.of(), new Sightings(1, List.of("c3p0"), List.of(), "", ""));
        Rows rows = RowFiles.write(
                        folder,
                        RowFiles.report(List.of(
                                Reports.finding("src/A.java", 3, "aa01"),
                                Reports.finding("src/B.java", 3, "aa02")
                                        .withEvidence(new Confirmation(true, List.of(site))),
                                Reports.finding("src/C.java", 3, "aa03")
                                        .withEvidence(new Confirmation(false, List.of(site))))),
                        List.of(),
                        Known.NOTHING)
                .rows();

        assertThat(RowSearch.of(rows, query("evidence=seen")).all()).containsExactly(1);
        assertThat(RowSearch.of(rows, query("evidence=near")).all()).containsExactly(2);
        assertThat(RowSearch.of(rows, query("")).shares(Column.EVIDENCE))
                .extracting(RowSearch.Share::text)
                .containsExactlyInAnyOrder("", "seen", "near");
        assertThat(query("evidence=seen").address()).isEqualTo("?evidence=seen");
    }

    @Test
    void findsWordsBeyondAscii() throws IOException {
        Finding finding = Reports.finding("src/Größe.java", 3, "aa01");
        RowSearch search = RowSearch.of(
                RowFiles.write(folder, RowFiles.report(List.of(finding)), List.of(), Known.NOTHING)
                        .rows(),
                query("q=GRÖSSE"));

        assertThat(search.size()).isZero();
        assertThat(RowSearch.of(
                                RowFiles.write(folder, RowFiles.report(List.of(finding)), List.of(), Known.NOTHING)
                                        .rows(),
                                query("q=GRÖ"))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void sortsBothWaysAndKeepsTheReportsOrderAmongEquals() throws IOException {
        Comparator<Finding> byRule = Comparator.comparing(leak -> leak.rule().id());

        assertThat(found(search("sort=rule&order=up&size=200")))
                .isEqualTo(LEAKS.stream().sorted(byRule).limit(200).toList());
        assertThat(found(search("sort=rule&order=down&size=200")))
                .isEqualTo(LEAKS.stream().sorted(byRule.reversed()).limit(200).toList());
        assertThat(found(search("sort=message&order=up&size=200")))
                .isEqualTo(LEAKS.stream()
                        .sorted(Comparator.comparing(leak -> leak.explanation().message()))
                        .limit(200)
                        .toList());
        List<Finding> reversed = new ArrayList<>(LEAKS);
        java.util.Collections.reverse(reversed);
        assertThat(found(search("order=down&size=200"))).isEqualTo(reversed.subList(0, 200));
    }

    @Test
    void countsWhatEachFilterWouldLeave() throws IOException {
        RowSearch search = search("rule=overwritten&certainty=definite");

        Map<String, Long> rules = new HashMap<>();
        search.shares(Column.RULE).forEach(share -> rules.put(share.text(), (long) share.count()));
        assertThat(rules)
                .isEqualTo(LEAKS.stream()
                        .filter(leak -> leak.certainty().id().equals("definite"))
                        .collect(java.util.stream.Collectors.groupingBy(
                                leak -> leak.rule().id(), java.util.stream.Collectors.counting())));
        assertThat(search.shares(Column.CERTAINTY)).hasSize(2);
        assertThat(search.shares(Column.FILE).stream()
                        .mapToInt(RowSearch.Share::count)
                        .sum())
                .isEqualTo(search.size());
    }

    @Test
    void groupsWhatFits() throws IOException {
        RowGroups groups = RowGroups.of(rows(), query("by=package&certainty=possible&size=10"), Column.PACKAGE);

        RowGroups.Group first = groups.onPage().get(0);
        assertThat(groups.onPage()).hasSize(10);
        assertThat(groups.size()).isEqualTo(100);
        assertThat(first)
                .isEqualTo(new RowGroups.Group(
                        first.text(),
                        (int) LEAKS.stream()
                                .filter(leak -> leak.certainty().id().equals("possible"))
                                .filter(leak -> leak.place().packageName().equals(first.text()))
                                .count(),
                        0,
                        0));
    }

    @Test
    void showsInEachTabItsStatesAlone() throws IOException {
        Rows rows = RowFiles.write(folder, Reports.REPORT, List.of(Reports.finding("x", 1, "aa09")), Known.NOTHING)
                .rows();

        assertThat(List.of("leaks", "new", "outstanding", "fixed", "silenced", "problems"))
                .extracting(tab ->
                        RowSearch.of(rows, query("tab=" + tab)).all().boxed().toList())
                .containsExactly(List.of(0, 1), List.of(), List.of(0, 1), List.of(4), List.of(2), List.of(3));
    }

    private void assertFits(String address, Predicate<Finding> fits) throws IOException {
        RowSearch search = search(address);
        assertThat(search.all().mapToObj(LEAKS::get).toList())
                .isEqualTo(LEAKS.stream().filter(fits).toList());
        assertThat(search.inTab()).isEqualTo(2_000);
    }

    private static List<Finding> found(RowSearch search) {
        return search.onPage().mapToObj(LEAKS::get).toList();
    }

    private RowSearch search(String address) throws IOException {
        return RowSearch.of(rows(), query(address));
    }

    private Rows rows() throws IOException {
        return RowFiles.write(folder, RowFiles.report(LEAKS), List.of(), Known.NOTHING)
                .rows();
    }

    private static RowQuery query(String address) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : address.split("&", -1)) {
            String[] pair = part.split("=", 2);
            parameters.put(pair[0], pair.length < 2 ? "" : pair[1].replace('+', ' '));
        }
        return RowQuery.of(parameters::get);
    }
}
