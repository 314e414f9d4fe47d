package io.jenkins.plugins.connleak.plugin.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.plugin.Reports;
import io.jenkins.plugins.connleak.plugin.blame.Blame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarlierBlamesTest {
    private static final Blame ANNA = new Blame("Anna", "a".repeat(40), 1);
    private static final Blame BO = new Blame("Bo", "b".repeat(40), 2);

    @Test
    void holdsForTheLeakWithTheSameFingerprintAlone() {
        assertThat(EarlierBlames.of(
                        List.of(
                                Reports.finding("A.java", 1, "one"),
                                Reports.finding("A.java", 2, "twice"),
                                Reports.finding("A.java", 3, "twice"),
                                Reports.finding("A.java", 4, ""),
                                Reports.finding("A.java", 5, "unknown"),
                                Reports.finding("A.java", 6, "two")),
                        Map.of(0, ANNA, 1, ANNA, 2, BO, 3, ANNA, 5, BO)))
                .isEqualTo(Map.of("one", ANNA, "two", BO));
        assertThat(EarlierBlames.of(Optional.empty(), "connleak")).isEmpty();
    }
}
