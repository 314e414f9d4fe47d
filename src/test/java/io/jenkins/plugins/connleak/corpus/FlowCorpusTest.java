package io.jenkins.plugins.connleak.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The corpus against the flow analysis with no scan around it: some thousandths of a second for each case, for who runs
 * it thousands of times. Suppressions and the house's files, which need a scan, are left to {@link CorpusTest}.
 */
class FlowCorpusTest {
    /** Each folder may be run by itself, and the others are not read again for it. */
    private static final class Cases {
        private static final Map<String, List<FlowCase>> BY_FOLDER = CorpusCase.under(CorpusTest.ROOT).stream()
                .filter(corpusCase -> !corpusCase.needsScan())
                .map(FlowCase::of)
                .collect(Collectors.groupingBy(FlowCase::folder, TreeMap::new, Collectors.toList()));
    }

    @TestFactory
    Stream<DynamicTest> findsWhatTheMarkersSay() {
        return Cases.BY_FOLDER.entrySet().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getKey(), () -> {
                    for (FlowCase flowCase : folder.getValue()) {
                        assertThat(Judge.complaints(flowCase.markers(), flowCase.leaks()))
                                .as(flowCase.name())
                                .isEmpty();
                    }
                }));
    }

    @Test
    void leavesFewCasesToTheScan() {
        assertThat(CorpusCase.under(CorpusTest.ROOT).stream()
                        .filter(CorpusCase::needsScan)
                        .map(CorpusCase::name))
                .allMatch(name -> name.startsWith("suppress/") || name.equals("multi/house-patterns"));
    }
}
