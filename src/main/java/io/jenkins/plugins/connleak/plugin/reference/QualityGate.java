package io.jenkins.plugins.connleak.plugin.reference;

import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.connleak.core.baseline.Criticality;
import io.jenkins.plugins.connleak.core.baseline.Gate;
import io.jenkins.plugins.connleak.core.baseline.GateType;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.actions.Labels;
import java.io.Serializable;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A quality gate as a user gives it: {@code [threshold: 1, type: 'NEW', criticality: 'UNSTABLE']}. Nothing is checked before {@link #toGate}. */
public final class QualityGate implements Describable<QualityGate>, Serializable {
    /** Most that a threshold can be. */
    static final int MAX_THRESHOLD = 1_000_000;

    private static final long serialVersionUID = 1L;

    private final int threshold;
    private final @Nullable String type;
    private @Nullable String criticality;
    private @Nullable String rule;

    @DataBoundConstructor
    public QualityGate(int threshold, @Nullable String type) {
        this.threshold = threshold;
        this.type = text(type, GateType.TOTAL.name());
    }

    /** It trips when so many are counted. */
    public int getThreshold() {
        return threshold;
    }

    /** Name of the {@link GateType}. */
    public String getType() {
        return text(type, GateType.TOTAL.name());
    }

    /** Name of the {@link Criticality}. */
    public String getCriticality() {
        return text(criticality, Criticality.UNSTABLE.name());
    }

    @DataBoundSetter
    public void setCriticality(@Nullable String criticality) {
        this.criticality = text(criticality, Criticality.UNSTABLE.name());
    }

    /** Id of the rule that is counted; empty unless the type is of a rule. */
    public String getRule() {
        return text(rule, "");
    }

    @DataBoundSetter
    public void setRule(@Nullable String rule) {
        this.rule = text(rule, "");
    }

    /**
     * The gate that is meant.
     *
     * @throws IllegalArgumentException if it is none; the message says why, and what may stand there
     */
    public Gate toGate() {
        GateType wanted = GateType.ofName(getType())
                .orElseThrow(() -> new IllegalArgumentException("there is no type '" + getType()
                        + "'. It is one of TOTAL, NEW, DEFINITE, NEW_DEFINITE, DELTA, RULE and NEW_RULE."));
        Criticality meaning = Criticality.ofName(getCriticality())
                .orElseThrow(() -> new IllegalArgumentException("there is no criticality '" + getCriticality()
                        + "'. It is one of NOTE, UNSTABLE, ERROR and FAILURE."));
        if (threshold < 1 || threshold > MAX_THRESHOLD) {
            throw new IllegalArgumentException(
                    "the threshold " + threshold + " is not from 1 to " + MAX_THRESHOLD + ".");
        }
        if (wanted.isOfRule() && LeakKind.ofId(getRule()).isEmpty()) {
            throw new IllegalArgumentException("there is no rule '" + getRule() + "', which " + wanted + " needs.");
        }
        return new Gate(wanted, wanted.isOfRule() ? getRule() : "", threshold, meaning);
    }

    private static String text(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value.trim();
    }

    /** The choices and checks of its form. */
    @Extension
    @Symbol("connleakGate")
    public static final class DescriptorImpl extends Descriptor<QualityGate> {
        private static final JenkinsFacade JENKINS = new JenkinsFacade();

        @Override
        public String getDisplayName() {
            return Messages.QualityGate_DisplayName();
        }

        @POST
        public ListBoxModel doFillTypeItems(@AncestorInPath @Nullable Item item) {
            return JENKINS.mayConfigure(item) ? types() : new ListBoxModel();
        }

        @POST
        public ListBoxModel doFillCriticalityItems(@AncestorInPath @Nullable Item item) {
            return JENKINS.mayConfigure(item) ? criticalities() : new ListBoxModel();
        }

        @POST
        public ListBoxModel doFillRuleItems(@AncestorInPath @Nullable Item item) {
            return JENKINS.mayConfigure(item) ? rules() : new ListBoxModel();
        }

        @POST
        public FormValidation doCheckThreshold(@AncestorInPath @Nullable Item item, @QueryParameter String value) {
            return !JENKINS.mayConfigure(item) || value.trim().matches("[1-9][0-9]{0,5}")
                    ? FormValidation.ok()
                    : FormValidation.error(Messages.QualityGate_badThreshold());
        }

        @POST
        public FormValidation doCheckRule(
                @AncestorInPath @Nullable Item item, @QueryParameter String value, @QueryParameter String type) {
            if (!JENKINS.mayConfigure(item)) {
                return FormValidation.ok();
            }
            boolean isOfRule = GateType.ofName(type).map(GateType::isOfRule).orElse(false);
            return isOfRule && value.isBlank()
                    ? FormValidation.error(Messages.QualityGate_needsRule())
                    : FormValidation.ok();
        }

        private static ListBoxModel types() {
            ListBoxModel choices = new ListBoxModel();
            for (GateType type : GateType.values()) {
                choices.add(Labels.of(type, "").trim(), type.name());
            }
            return choices;
        }

        /** The usual one first: a form takes it unless told. */
        private static ListBoxModel criticalities() {
            ListBoxModel choices = new ListBoxModel();
            choices.add(Labels.of(Criticality.UNSTABLE), Criticality.UNSTABLE.name());
            for (Criticality criticality : Criticality.values()) {
                if (criticality != Criticality.UNSTABLE) {
                    choices.add(Labels.of(criticality), criticality.name());
                }
            }
            return choices;
        }

        private static ListBoxModel rules() {
            ListBoxModel choices = new ListBoxModel();
            choices.add("", "");
            for (LeakKind rule : LeakKind.values()) {
                choices.add(rule.id(), rule.id());
            }
            return choices;
        }
    }
}
