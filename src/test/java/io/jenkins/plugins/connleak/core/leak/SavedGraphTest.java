package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.leak.SavedAnalysis.Edges;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which answers rest on which others, where some of them go in a circle. */
class SavedGraphTest {
    /** 0 asks nobody, 1 asks 0, 2 asks 1 and 3, 3 asks 4, 4 asks 2 and 0, 5 asks 2, 6 asks nobody. */
    private final SavedGraph graph =
            new SavedGraph(new Edges(new int[] {0, 1, 3, 4, 6, 7, 7}, new int[] {0, 1, 3, 4, 0, 2, 2}));

    @Test
    void knowsWhoRestsOnAnAnswer() {
        assertThat(graph.readers(of(0))).isEqualTo(of(1, 4));
        assertThat(graph.readers(of(1))).isEqualTo(of(2));
        assertThat(graph.readers(of(2))).isEqualTo(of(4, 5));
        assertThat(graph.readers(of(3))).isEqualTo(of(2));
        assertThat(graph.readers(of(4))).isEqualTo(of(3));
        assertThat(graph.readers(of(5, 6))).isEqualTo(of());
        assertThat(graph.readers(of(0, 2))).isEqualTo(of(1, 4, 5));
    }

    @Test
    void knowsWhatAnAnswerAskedFor() {
        for (int question = 0; question < 7; question++) {
            int asking = question;
            BitSet asked = new BitSet();
            IntStream.range(0, 7).filter(other -> graph.asks(asking, other)).forEach(asked::set);
            assertThat(asked).isEqualTo(of(new int[][] {{}, {0}, {1, 3}, {4}, {0, 2}, {2}, {}}[question]));
        }
    }

    @Test
    void findsACircleFromAnyPlaceInIt() {
        for (int member : new int[] {2, 3, 4}) {
            assertThat(graph.between(of(member), of(member))).isEqualTo(of(2, 3, 4));
        }
    }

    @Test
    void findsWhatLiesBetweenTwoQuestions() {
        assertThat(graph.between(of(5), of(0))).isEqualTo(of(0, 1, 2, 3, 4, 5));
        assertThat(graph.between(of(2), of(1))).isEqualTo(of(1, 2, 3, 4));
        assertThat(graph.between(of(1), of(1))).isEqualTo(of(1));
        assertThat(graph.between(of(1), of(5))).isEqualTo(of());
        assertThat(graph.between(of(6), of(0))).isEqualTo(of());
    }

    private static BitSet of(int... questions) {
        BitSet set = new BitSet();
        for (int question : questions) {
            set.set(question);
        }
        return set;
    }
}
