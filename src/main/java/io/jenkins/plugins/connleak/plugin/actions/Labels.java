package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.baseline.Criticality;
import io.jenkins.plugins.connleak.core.baseline.GateType;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.plugin.Messages;

/** The words of the engine's values in the language of the reader. */
public final class Labels {
    private Labels() {}

    /** What a rule is about, in one line. */
    public static String of(LeakKind rule) {
        return switch (rule) {
            case NEVER_CLOSED -> Messages.Rule_neverClosed();
            case NOT_CLOSED_ON_EXCEPTION -> Messages.Rule_notClosedOnException();
            case NOT_CLOSED_ON_PATH -> Messages.Rule_notClosedOnPath();
            case OVERWRITTEN -> Messages.Rule_overwritten();
            case TEMPORARY_NEVER_CLOSED -> Messages.Rule_temporaryNeverClosed();
            case FIELD_NEVER_CLOSED -> Messages.Rule_fieldNeverClosed();
            case LEGACY_PATTERN -> Messages.Rule_legacyPattern();
        };
    }

    /** What a gate counts; {@code rule} is the id of its rule, if it is of one. */
    public static String of(GateType type, String rule) {
        return switch (type) {
            case TOTAL -> Messages.GateType_total();
            case NEW -> Messages.GateType_new();
            case DEFINITE -> Messages.GateType_definite();
            case NEW_DEFINITE -> Messages.GateType_newDefinite();
            case DELTA -> Messages.GateType_delta();
            case RULE -> Messages.GateType_rule(rule);
            case NEW_RULE -> Messages.GateType_newRule(rule);
        };
    }

    /** What it means when a gate trips. */
    public static String of(Criticality criticality) {
        return switch (criticality) {
            case NOTE -> Messages.Criticality_note();
            case UNSTABLE -> Messages.Criticality_unstable();
            case ERROR -> Messages.Criticality_error();
            case FAILURE -> Messages.Criticality_failure();
        };
    }

    /** The word for a certainty. */
    public static String of(Certainty certainty) {
        return switch (certainty) {
            case DEFINITE -> Messages.Certainty_definite();
            case POSSIBLE -> Messages.Certainty_possible();
        };
    }
}
