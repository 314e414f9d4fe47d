package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
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

    /** The word for a certainty. */
    public static String of(Certainty certainty) {
        return switch (certainty) {
            case DEFINITE -> Messages.Certainty_definite();
            case POSSIBLE -> Messages.Certainty_possible();
        };
    }

    /** The word for a kind of resource. */
    public static String of(ResourceKind kind) {
        return switch (kind) {
            case CONNECTION -> Messages.Kind_connection();
            case STATEMENT -> Messages.Kind_statement();
            case RESULT_SET -> Messages.Kind_resultSet();
            case SESSION -> Messages.Kind_session();
            case CURSOR -> Messages.Kind_cursor();
            case CLIENT -> Messages.Kind_client();
            case OTHER -> Messages.Kind_other();
        };
    }
}
