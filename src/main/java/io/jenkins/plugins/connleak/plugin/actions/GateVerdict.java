package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.baseline.Criticality;
import io.jenkins.plugins.connleak.core.baseline.Gate;
import io.jenkins.plugins.connleak.core.baseline.GateType;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a quality gate said of a scan; kept in the build's record. A plain class because XStream can't read records. */
@ExportedBean(defaultVisibility = 2)
public final class GateVerdict implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable GateType type;
    private final @Nullable String rule;
    private final int threshold;
    private final @Nullable Criticality criticality;
    private final int figure;
    private final boolean tripped;

    /** The verdict of {@code gate} on that figure. */
    public GateVerdict(Gate gate, int figure) {
        this.type = gate.type();
        this.rule = gate.rule();
        this.threshold = gate.threshold();
        this.criticality = gate.criticality();
        this.figure = figure;
        this.tripped = gate.isTrippedBy(figure);
    }

    /** What is counted: the name that users write. */
    @Exported
    public String getType() {
        return type().name();
    }

    /** Id of the rule that is counted; empty unless the type is of a rule. */
    @Exported
    public String getRule() {
        return rule == null ? "" : rule;
    }

    /** It trips when so many are counted. */
    @Exported
    public int getThreshold() {
        return threshold;
    }

    /** What it means when it trips: the name that users write. */
    @Exported
    public String getCriticality() {
        return criticality().name();
    }

    /** So many were counted. */
    @Exported
    public int getFigure() {
        return figure;
    }

    /** Whether it tripped. */
    @Exported
    public boolean isTripped() {
        return tripped;
    }

    /** What it means when it trips. */
    public Criticality criticality() {
        return criticality == null ? Criticality.NOTE : criticality;
    }

    /** What is counted. */
    public GateType type() {
        return type == null ? GateType.TOTAL : type;
    }

    /** What is counted, in the language of the reader. */
    public String getLabel() {
        return Labels.of(type(), getRule());
    }

    /** What it means when it trips, in the language of the reader. */
    public String getCriticalityLabel() {
        return Labels.of(criticality());
    }
}
