package io.jenkins.plugins.connleak.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case of the corpus against both engines. {@code -Dconnleak.updateGolden=true} writes the scoreboard anew.
 *
 * @see MarkerReader the markers
 */
class CorpusTest {
    static final Path ROOT = Path.of("src/test/resources/corpus");
    private static final Path SCOREBOARD = ROOT.resolve("scoreboard.txt");
    /** Both tests look at the same scans. */
    private static final Map<CorpusCase, List<Leak>> SCANNED = new ConcurrentHashMap<>();

    @TestFactory
    Stream<DynamicTest> reportsWhatTheMarkersSay() throws Exception {
        List<CorpusCase> cases = CorpusCase.under(ROOT);
        assertThat(cases).isNotEmpty();
        return cases.stream()
                .map(corpusCase -> DynamicTest.dynamicTest(
                        corpusCase.name(), () -> assertThat(Judge.complaints(corpusCase.markers(), scanned(corpusCase)))
                                .isEmpty()));
    }

    @Test
    void scoresAsTheGoldenBoardSays() throws Exception {
        Scoreboard board = new Scoreboard();
        for (CorpusCase corpusCase : CorpusCase.under(ROOT)) {
            board.add(corpusCase.markers(), scanned(corpusCase));
        }
        if (Boolean.getBoolean("connleak.updateGolden")) {
            Files.writeString(SCOREBOARD, board.text());
        }
        assertThat(board.text()).isEqualTo(Files.readString(SCOREBOARD));
    }

    private static List<Leak> scanned(CorpusCase corpusCase) throws Exception {
        List<Leak> known = SCANNED.get(corpusCase);
        if (known != null) {
            return known;
        }
        List<Leak> leaks = corpusCase.scan();
        SCANNED.put(corpusCase, leaks);
        return leaks;
    }
}
