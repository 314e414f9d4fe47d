package io.jenkins.plugins.connleak.plugin.actions;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.security.AnyTypePermission;
import io.jenkins.plugins.connleak.core.baseline.Criticality;
import io.jenkins.plugins.connleak.core.baseline.Delta;
import io.jenkins.plugins.connleak.core.baseline.Gate;
import io.jenkins.plugins.connleak.core.baseline.GateType;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.plugin.Reports;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentTest {
    private static final Delta DELTA =
            new Delta(List.of(Reports.STATEMENT), List.of(Reports.CONNECTION), List.of(Reports.CONNECTION));

    @Test
    void isReadBackFromTheBuildsRecord() {
        Comparison comparison = new Comparison(ReferenceState.FOUND, "shop", 17, DELTA);
        comparison.setRemark("engine: 'regex' then, 'flow' now");
        Gate gate = new Gate(GateType.RULE, "never-closed", 1, Criticality.FAILURE);
        ScanAction action = action(
                new Assessment(comparison, List.of(new GateVerdict(gate, 1)), new HealthWeights(10, 1), "NEW_FIXED"));

        ScanAction read = (ScanAction) xstream().fromXML(xstream().toXML(action));

        assertThat(read.getComparison()).usingRecursiveComparison().isEqualTo(comparison);
        assertThat(read.getGates()).usingRecursiveComparison().isEqualTo(action.getGates());
        assertThat(read.isPassed()).isFalse();
        assertThat(read.getHealth()).isEqualTo(89);
        assertThat(read.getTrendChart()).isEqualTo("NEW_FIXED");
    }

    @Test
    void isEmptyInARecordOfAVersionThatHadNone() {
        ScanAction old = (ScanAction) xstream()
                .fromXML("<io.jenkins.plugins.connleak.plugin.actions.ScanAction><id>connleak</id>"
                        + "<totals><total>3</total></totals></io.jenkins.plugins.connleak.plugin.actions.ScanAction>");

        assertThat(List.of(
                        old.getComparison().isFound(),
                        old.getComparison().getOutstanding(),
                        old.getComparison().getAdded(),
                        old.isPassed(),
                        old.getHealth(),
                        old.getTrendChart(),
                        old.getGates()))
                .isEqualTo(List.of(false, 3, 0, true, -1, "", List.of()));
    }

    @Test
    void passesWhatIsOnlyNoted() {
        GateVerdict noted = new GateVerdict(new Gate(GateType.TOTAL, "", 1, Criticality.NOTE), 2);

        assertThat(noted.isTripped()).isTrue();
        assertThat(action(new Assessment(
                                new Comparison(ReferenceState.FOUND, "shop", 1, DELTA),
                                List.of(noted),
                                HealthWeights.NONE,
                                ""))
                        .isPassed())
                .isTrue();
    }

    @Test
    void neverCountsAHealthBelowZero() {
        assertThat(new HealthWeights(100, 100).score(Integer.MAX_VALUE, Integer.MAX_VALUE))
                .isZero();
        assertThat(new HealthWeights(0, 5).score(1_000, 3)).isEqualTo(85);
    }

    @Test
    void saysInWordsWhyThereIsNoReference() {
        for (ReferenceState state : ReferenceState.values()) {
            String trouble = new Comparison(state, "shop", 4, DELTA).getTrouble();
            assertThat(trouble.isEmpty()).isEqualTo(state == ReferenceState.FOUND);
        }
        assertThat(new Comparison(ReferenceState.NO_BUILD, "shop", 1_204, DELTA).getTrouble())
                .isEqualTo("There is no build shop #1204; it may have been deleted. So nothing is new.");
    }

    private static ScanAction action(Assessment assessment) {
        return new ScanAction(
                new ScanFacts("main", "", new BuildTag("shop", "1", "2"), "flow", Instant.EPOCH, 1),
                new ScanTotals(Reports.REPORT),
                assessment);
    }

    private static XStream xstream() {
        XStream xstream = new XStream();
        xstream.addPermission(AnyTypePermission.ANY);
        return xstream;
    }
}
