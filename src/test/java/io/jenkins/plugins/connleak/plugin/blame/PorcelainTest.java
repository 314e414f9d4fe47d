package io.jenkins.plugins.connleak.plugin.blame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PorcelainTest {
    private static final String ONE = "1".repeat(40);
    private static final String TWO = "2".repeat(64);
    private static final String NONE = "0".repeat(40);
    private static final String TEXT = ONE + " 3 3 1\n"
            + "author Anna Beispiel\nauthor-mail <anna@example.org>\nauthor-time 1700000000\nauthor-tz +0100\n"
            + "committer Bo\ncommitter-time 5\nsummary author Nobody\nboundary\nfilename src/Dao.java\n"
            + "\tauthor Mallory\n"
            + TWO
            + " 9 12 1\nauthor \u0000a\u202e\tb\u0007\nauthor-time 99999999999999\nauthor-time 7\nfilename x\n\tx\n"
            + ONE + " 4 14\n\ty\n"
            + NONE + " 15 15 1\nauthor Not Committed Yet\nauthor-time 9\n\tz\n";

    @Test
    void tellsWhoWroteEachLine() {
        assertThat(new Porcelain(false).read(TEXT))
                .isEqualTo(Map.of(
                        3, new Blame("Anna Beispiel", ONE, 1_700_000_000L),
                        12, new Blame("a b", TWO, 7),
                        14, new Blame("Anna Beispiel", ONE, 1_700_000_000L)));
    }

    @Test
    void doesNotBlameTheCommitAtWhichAHistoryIsCutOff() {
        assertThat(new Porcelain(true).read(TEXT).keySet()).containsExactly(12);
    }

    @Test
    void passesOverWhatIsNoSuchThing() {
        assertThat(new Porcelain(false).read("fatal: no such path\n\nauthor X\nboundary\n"))
                .isEmpty();
        assertThat(new Porcelain(false).read("")).isEmpty();
    }

    @Test
    void keepsNamesThatAreFitToBeShown() {
        Blame cut = Blame.of("\ud83d\ude00".repeat(500), ONE, Long.MAX_VALUE);

        assertThat(cut.author()).isEqualTo("\ud83d\ude00".repeat(50));
        assertThat(cut.isWellFormed()).isTrue();
        assertThat(cut.authored()).isEqualTo("9999-12-31T23:59:59Z");
        assertThat(Blame.of("  ", ONE, -5)).isEqualTo(new Blame("", ONE, 0));
    }
}
