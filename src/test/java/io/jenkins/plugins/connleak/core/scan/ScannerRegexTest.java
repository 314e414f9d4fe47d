package io.jenkins.plugins.connleak.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.SilencedFinding.By;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything of a scan that is not the flow analysis, shown with regex mode, whose findings are simple to foresee. */
class ScannerRegexTest {
    private static final String DAO = """
            package shop;
            class Dao {
                public void load(int id) {
                    prepare();
                    rs = SQLService.executeQuery(sql);
                    use(rs);
                }
                public void other() {
                    x();
                }
            }
            """;

    @TempDir
    private Path temp;

    @Test
    void reportsExcerptAroundTheFinding() throws Exception {
        file("Dao.java", DAO);

        ScanOutcome outcome = scan(HouseFiles.NONE, 1);

        assertThat(outcome.report().findings())
                .extracting(finding -> finding.place().line(), finding -> finding.place()
                        .method())
                .containsExactly(tuple(5, "public void load(int id) {"));
        assertThat(outcome.excerpts())
                .containsExactly(new SourceExcerpt("Dao.java", 1, DAO.lines().toList()));
    }

    @Test
    void silencesByIgnoreListCommentAndAnnotation() throws Exception {
        file("Dao.java", DAO);
        file("Comment.java", DAO.replace("rs = SQL", "// connleak:ignore legacy-pattern known\nrs = SQL"));
        file("Annotated.java", DAO.replace("class Dao", "@SuppressWarnings(\"connleak\") class Dao"));
        Path ignore = Files.writeString(temp.resolve("ignore.properties"), "Dao.java=public void load(int id) {");

        ScanOutcome outcome = scan(new HouseFiles(null, ignore.toString()), 2);

        assertThat(outcome.report().findings()).isEmpty();
        assertThat(outcome.report().silenced())
                .extracting(
                        silenced -> silenced.finding().place().file(),
                        silenced -> silenced.by(),
                        silenced -> silenced.reason())
                .containsExactly(
                        tuple("Annotated.java", By.ANNOTATION, ""),
                        tuple("Comment.java", By.COMMENT, "known"),
                        tuple("Dao.java", By.IGNORE_LIST, ""));
    }

    @Test
    void refusesBadHouseFilesBeforeLookingAtTheRoots() {
        HouseFiles missing = new HouseFiles(temp.resolve("none").toString(), null);

        assertThatThrownBy(
                        () -> new Scanner(options(missing, 1)).scan(List.of(temp.resolve("gone")), ScanProgress.NONE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The regex file does not exist: " + temp.resolve("none"));
    }

    @Test
    void givesTheSameOutcomeWhateverTheNumberOfThreads() throws Exception {
        for (int i = 0; i < 40; i++) {
            file("p" + i % 7 + "/Dao" + i + ".java", DAO);
            file("p" + i % 7 + "/Broken" + i + ".java", "class {");
        }

        ScanOutcome one = scan(HouseFiles.NONE, 1);

        assertThat(scan(HouseFiles.NONE, 2)).isEqualTo(one);
        assertThat(scan(HouseFiles.NONE, 8)).isEqualTo(one);
        assertThat(one.report().findings()).hasSize(40);
        assertThat(one.report().findings())
                .extracting(finding -> finding.fingerprint().exact())
                .doesNotHaveDuplicates();
    }

    @Test
    void reportsMisspeltRuleInAFileWithoutFindings() throws Exception {
        file("A.java", "class A {} // connleak:ignore never-clsed");

        assertThat(scan(HouseFiles.NONE, 1).report().problems())
                .extracting(Problem::kind, Problem::file, Problem::line)
                .containsExactly(tuple(Problem.Kind.SUPPRESSION, "A.java", 1));
    }

    @Test
    void keepsFingerprintWhenLinesShift() throws Exception {
        assertThat(fingerprint("Dao.java", "\n\n// new\n" + DAO)).isEqualTo(fingerprint("Dao.java", DAO));
    }

    @Test
    void keepsFingerprintWhenIndentationAndCommentsChange() throws Exception {
        String reformatted = DAO.replace("        ", "\t\t").replace("use(rs);", "use( rs ); // later");

        assertThat(fingerprint("Dao.java", reformatted)).isEqualTo(fingerprint("Dao.java", DAO));
    }

    @Test
    void keepsFingerprintWhenOtherMethodsAreRenamed() throws Exception {
        assertThat(fingerprint("Dao.java", DAO.replace("other", "another"))).isEqualTo(fingerprint("Dao.java", DAO));
    }

    @Test
    void keepsContextWhenFileMovesAndMethodIsRenamed() throws Exception {
        Fingerprint before = fingerprint("Dao.java", DAO);
        Fingerprint after = fingerprint(
                "b/Store.java",
                DAO.replace("Dao", "Store").replace("load", "fetch").replace("shop", "store"));

        assertThat(after.context()).isEqualTo(before.context());
        assertThat(after.exact()).isNotEqualTo(before.exact());
    }

    @Test
    void changesFingerprintWhenTheAcquisitionChanges() throws Exception {
        Fingerprint before = fingerprint("Dao.java", DAO);
        Fingerprint after = fingerprint("Dao.java", DAO.replace("(sql)", "(query)"));

        assertThat(after.exact()).isNotEqualTo(before.exact());
        assertThat(after.context()).isNotEqualTo(before.context());
    }

    @Test
    void scansFiveMegabytes() throws Exception {
        file("Big.java", "class Big {\n" + "    int field = 1; // padding\n".repeat(180_000) + "}\n");

        ScanOutcome outcome = scan(HouseFiles.NONE, 2);

        assertThat(outcome.report().problems()).isEmpty();
        assertThat(outcome.report().figures().lines()).isEqualTo(180_002);
    }

    private Fingerprint fingerprint(String path, String text) throws Exception {
        Path root = Files.createTempDirectory(temp, "root");
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        List<Finding> findings = new Scanner(options(HouseFiles.NONE, 1))
                .scan(List.of(root), ScanProgress.NONE)
                .report()
                .findings();
        assertThat(findings).hasSize(1);
        return findings.get(0).fingerprint();
    }

    private ScanOutcome scan(HouseFiles house, int threads) throws Exception {
        return new Scanner(options(house, threads)).scan(List.of(temp), ScanProgress.NONE);
    }

    private static ScanOptions options(HouseFiles house, int threads) {
        return new ScanOptions(
                Engine.REGEX, SourceSelection.DEFAULT, house, Certainty.POSSIBLE, threads, BuildTag.NONE);
    }

    private void file(String path, String text) throws IOException {
        Path file = temp.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
