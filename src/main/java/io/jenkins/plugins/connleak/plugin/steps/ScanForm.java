package io.jenkins.plugins.connleak.plugin.steps;

import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.scan.Engine;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.actions.ScanId;
import io.jenkins.plugins.connleak.plugin.trends.ChartKind;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import org.jspecify.annotations.Nullable;

/** The choices and checks of the form that the step and the recorder share. */
final class ScanForm {
    private static final JenkinsFacade JENKINS = new JenkinsFacade();

    private ScanForm() {}

    static boolean mayConfigure(@Nullable Item item) {
        return JENKINS.mayConfigure(item);
    }

    static ListBoxModel engines() {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Engine_flow(), Engine.FLOW.id());
        choices.add(Messages.Engine_regex(), Engine.REGEX.id());
        choices.add(Messages.Engine_both(), Engine.BOTH.id());
        return choices;
    }

    static ListBoxModel certainties() {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Certainty_atLeastPossible(), Certainty.POSSIBLE.id());
        choices.add(Messages.Certainty_definiteOnly(), Certainty.DEFINITE.id());
        return choices;
    }

    static ListBoxModel trendCharts() {
        ListBoxModel choices = new ListBoxModel();
        for (ChartKind kind : ChartKind.values()) {
            choices.add(kind.title(), kind.name());
        }
        choices.add(Messages.ChartKind_none(), ScanParameters.NO_CHART);
        return choices;
    }

    static FormValidation checkNumber(String value) {
        return value.isBlank() || value.contains("$") || value.trim().matches("[1-9][0-9]{0,8}")
                ? FormValidation.ok()
                : FormValidation.error(Messages.ScanForm_badBuild());
    }

    static FormValidation checkWeight(String value) {
        return value.isBlank() || value.trim().matches("[0-9]{1,3}")
                ? FormValidation.ok()
                : FormValidation.error(Messages.ScanForm_badWeight());
    }

    static FormValidation checkId(String value) {
        return value.isBlank() || ScanId.isValid(value.trim())
                ? FormValidation.ok()
                : FormValidation.error(Messages.ScanForm_badId(ScanId.MAX_LENGTH));
    }

    static FormValidation checkEncoding(String value) {
        return isEncoding(value.trim())
                ? FormValidation.ok()
                : FormValidation.error(Messages.ScanForm_unknownEncoding(value.trim()));
    }

    static FormValidation checkRelative(String value) {
        return isRelative(value.trim()) ? FormValidation.ok() : FormValidation.error(Messages.ScanForm_notRelative());
    }

    static FormValidation checkPatterns(String value) {
        return ScanRequest.patterns(value).stream().allMatch(ScanForm::isRelative)
                ? FormValidation.ok()
                : FormValidation.error(Messages.ScanForm_notRelative());
    }

    /** Whether an encoding of that name is known here; a text with a variable in it may become one. */
    static boolean isEncoding(String name) {
        if (name.isEmpty() || name.contains("$")) {
            return true;
        }
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    /** Whether a file of that name lies within the workspace, as far as its name tells. */
    static boolean isRelative(String name) {
        return !name.startsWith("/")
                && !name.startsWith("\\")
                && !name.matches("[A-Za-z]:.*")
                && !name.matches("(.*[/\\\\])?\\.\\.([/\\\\].*)?");
    }
}
