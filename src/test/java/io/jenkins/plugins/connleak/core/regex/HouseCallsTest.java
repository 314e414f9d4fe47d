package io.jenkins.plugins.connleak.core.regex;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.spec.HousePatterns.Acquisition;
import io.jenkins.plugins.connleak.core.spec.RegexFile;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HouseCallsTest {
    private final HouseCalls calls = new HouseCalls(RegexFile.DEFAULTS);

    @Test
    void namesTheVariableThatALineAcquires() {
        assertThat(calls.acquiredBy("ResultSet rows = SQLService.executeQuery(query);"))
                .isEqualTo(acquisition("rows"));
        assertThat(calls.acquiredBy("SQLService.executeUpdate(query);")).isEqualTo(Acquisition.NONE);
    }

    @Test
    void knowsWhichVariableALineReleases() {
        assertThat(calls.releases("SQLService.closeResultSet( rows );", "rows")).isTrue();
        assertThat(calls.releases("SQLService.closeResultSet(others);", "rows")).isFalse();
        assertThat(calls.releases("rows = null;", "rows")).isFalse();
    }

    @Test
    void looksPastComments() {
        assertThat(calls.acquiredBy("// rows = SQLService.executeQuery(query);"))
                .isEqualTo(Acquisition.NONE);
        assertThat(calls.acquiredBy("rows = /* all */ SQLService.executeQuery(query);"))
                .isEqualTo(acquisition("rows"));
        assertThat(calls.releases("/* SQLService.closeResultSet(rows); */", "rows"))
                .isFalse();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void runawayPatternFindsNothingAndEnds() {
        HouseCalls runaway = new HouseCalls(new RegexFile("m", "((a+)+)b", "", "((a+)+)+", "c", ""));
        String line = "a".repeat(5_000);
        assertThat(runaway.acquiredBy(line))
                .isEqualTo(new Acquisition(
                        Optional.empty(),
                        Optional.of("ExecutionQuery_Pattern backtracks too much on this line and was stopped; the line"
                                + " teaches no acquisition. Simplify the pattern: ((a+)+)b")));
        assertThat(runaway.releases(line, "x")).isFalse();
        assertThat(runaway.acquiredBy("aab")).isEqualTo(acquisition("aa"));
    }

    @Test
    void groupThatTookNoPartIsNoVariable() {
        HouseCalls optional = new HouseCalls(new RegexFile("m", "(\\w+ = )?open\\(\\)", "", "close", "", ""));
        assertThat(optional.acquiredBy("open();")).isEqualTo(Acquisition.NONE);
    }

    private static Acquisition acquisition(String variable) {
        return new Acquisition(Optional.of(variable), Optional.empty());
    }
}
