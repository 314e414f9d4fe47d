package io.jenkins.plugins.connleak.plugin.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.connleak.core.baseline.Criticality;
import io.jenkins.plugins.connleak.core.baseline.Delta;
import io.jenkins.plugins.connleak.core.baseline.Gate;
import io.jenkins.plugins.connleak.core.baseline.GateType;
import io.jenkins.plugins.connleak.plugin.Reports;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateKeeperTest {
    /** One new leak that is possible, two old ones that are definite, three that are gone. */
    private static final Delta DELTA = new Delta(
            List.of(Reports.STATEMENT),
            List.of(Reports.CONNECTION, Reports.finding("src/Two.java", 1, "aa09")),
            List.of(
                    Reports.finding("src/Gone.java", 1, "aa10"),
                    Reports.finding("src/Gone.java", 2, "aa11"),
                    Reports.finding("src/Gone.java", 3, "aa12")));

    @Test
    void countsWhatEachTypeSays() {
        List<Gate> gates = Arrays.stream(GateType.values())
                .map(type -> new Gate(type, type.isOfRule() ? "never-closed" : "", 2, Criticality.NOTE))
                .toList();

        assertThat(GateKeeper.judge(gates, DELTA).verdicts())
                .extracting(verdict -> verdict.getType() + " " + verdict.getFigure() + " " + verdict.isTripped())
                .containsExactly(
                        "TOTAL 3 true",
                        "NEW 1 false",
                        "DEFINITE 2 true",
                        "NEW_DEFINITE 0 false",
                        "DELTA -2 false",
                        "RULE 2 true",
                        "NEW_RULE 0 false");
    }

    @Test
    void tripsAtItsThreshold() {
        assertThat(judged(3, Criticality.NOTE).verdicts().get(0).isTripped()).isTrue();
        assertThat(judged(4, Criticality.NOTE).verdicts().get(0).isTripped()).isFalse();
    }

    @Test
    void saysWhichGateTheFigureAndTheLimit() {
        assertThat(GateKeeper.told(judged(4, Criticality.NOTE).verdicts().get(0)))
                .isEqualTo("leaks: 3, limit 4");
        assertThat(GateKeeper.judge(
                                List.of(
                                        new Gate(GateType.TOTAL, "", 1, Criticality.NOTE),
                                        new Gate(GateType.NEW, "", 1, Criticality.UNSTABLE),
                                        new Gate(GateType.NEW_DEFINITE, "", 1, Criticality.FAILURE),
                                        new Gate(GateType.RULE, "never-closed", 2, Criticality.ERROR)),
                                DELTA)
                        .reason())
                .isEqualTo("Connection leaks: new leaks: 1, limit 1; leaks of rule never-closed: 2, limit 2");
    }

    @Test
    void punishesByTheWorstThatTripped() {
        assertThat(List.of(
                        judged(1, Criticality.NOTE).stageResult().isPresent(),
                        judged(1, Criticality.NOTE).buildResult().isPresent(),
                        judged(9, Criticality.FAILURE).buildResult().isPresent()))
                .containsOnly(false);
    }

    @Test
    void readsWhatUsersWrite() {
        assertThat(gate(1, "new", "failure", "").toGate())
                .isEqualTo(new Gate(GateType.NEW, "", 1, Criticality.FAILURE));
        assertThat(gate(7, null, null, "never-closed").toGate())
                .isEqualTo(new Gate(GateType.TOTAL, "", 7, Criticality.UNSTABLE));
        assertThat(gate(1, "RULE", "NOTE", "overwritten").toGate())
                .isEqualTo(new Gate(GateType.RULE, "overwritten", 1, Criticality.NOTE));
    }

    @Test
    void saysWhatMayStandThere() {
        assertThatThrownBy(() -> gate(1, "SOME", "NOTE", "").toGate())
                .hasMessage("there is no type 'SOME'. It is one of TOTAL, NEW, DEFINITE, NEW_DEFINITE, DELTA, RULE and"
                        + " NEW_RULE.");
        assertThatThrownBy(() -> gate(1, "NEW", "BAD", "").toGate())
                .hasMessage("there is no criticality 'BAD'. It is one of NOTE, UNSTABLE, ERROR and FAILURE.");
        assertThatThrownBy(() -> gate(0, "NEW", "NOTE", "").toGate())
                .hasMessage("the threshold 0 is not from 1 to 1000000.");
        assertThatThrownBy(() -> gate(1, "RULE", "NOTE", "").toGate())
                .hasMessage("there is no rule '', which RULE needs.");
    }

    private static GateKeeper judged(int threshold, Criticality criticality) {
        return GateKeeper.judge(List.of(new Gate(GateType.TOTAL, "", threshold, criticality)), DELTA);
    }

    private static QualityGate gate(int threshold, String type, String criticality, String rule) {
        QualityGate gate = new QualityGate(threshold, type);
        gate.setCriticality(criticality);
        gate.setRule(rule);
        return gate;
    }
}
