package io.jenkins.plugins.connleak.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.LeakKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The corpus itself is sound, whatever the engines make of it. */
class CorpusFilesTest {
    private static final int FEWEST_CASES = 260;

    @TestFactory
    Stream<DynamicTest> hasMarkersAndNamesThatAgree() throws Exception {
        return CorpusCase.under(CorpusTest.ROOT).stream()
                .map(corpusCase -> DynamicTest.dynamicTest(
                        corpusCase.name(), () -> assertThat(corpusCase.faults()).isEmpty()));
    }

    @Test
    void isNotEmpty() throws Exception {
        assertThat(CorpusCase.under(CorpusTest.ROOT)).hasSizeGreaterThanOrEqualTo(FEWEST_CASES);
    }

    @Test
    void hasALeakOfEveryRule() throws Exception {
        Set<LeakKind> marked = CorpusCase.under(CorpusTest.ROOT).stream()
                .flatMap(corpusCase -> corpusCase.markers().stream())
                .filter(marker -> marker.kind() == Marker.Kind.LEAK)
                .map(marker -> marker.leak().rule())
                .collect(Collectors.toSet());

        assertThat(marked).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(LeakKind.class));
    }
}
