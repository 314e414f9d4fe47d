package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Resource;
import java.util.List;

/** Says in a sentence what leaks, and how to mend it. */
final class Advice {
    /** How a step that throws on purpose begins. */
    static final String THROW = "throw ";

    private Advice() {}

    static String describe(Resource resource) {
        String type = resource.type().isEmpty() ? resource.kind().id() : TypeNames.simple(resource.type());
        return resource.variable().isEmpty() ? "the " + type : type + " '" + resource.variable() + "'";
    }

    static String message(LeakKind rule, Resource resource, List<PathStep> steps) {
        String what = describe(resource);
        String capital = Character.toUpperCase(what.charAt(0)) + what.substring(1);
        return switch (rule) {
            case NEVER_CLOSED -> capital + " is never closed.";
            case NOT_CLOSED_ON_EXCEPTION -> capital + " stays open when " + thrower(steps) + ".";
            case NOT_CLOSED_ON_PATH -> capital + " is closed on some ways out of the method but not on all.";
            case OVERWRITTEN -> capital + " is still open when its variable is assigned again.";
            case TEMPORARY_NEVER_CLOSED -> capital + " has no name here, so nothing can close it.";
            case FIELD_NEVER_CLOSED -> capital + " is kept in a field that no method of the class closes.";
            case LEGACY_PATTERN -> capital + " is acquired without a matching release.";
        };
    }

    /** For what a loop opens turn by turn and only the closing of its connection closes. */
    static String piledUp(Resource resource) {
        String what = describe(resource);
        return Character.toUpperCase(what.charAt(0)) + what.substring(1)
                + " is opened in every turn of the loop and closed only when its connection is.";
    }

    /** For what is left to the closing of a connection that may go back to a pool. */
    static String leftToPool(Resource resource) {
        String what = describe(resource);
        return Character.toUpperCase(what.charAt(0)) + what.substring(1)
                + " stays open when its connection goes back; not every pool closes it then.";
    }

    private static String thrower(List<PathStep> steps) {
        return steps.stream()
                .filter(step -> step.kind() == PathStep.Kind.THROWS)
                .findFirst()
                .map(step -> happened(step.text()) + " (line " + step.line() + ")")
                .orElse("an exception is thrown");
    }

    private static String happened(String risk) {
        return risk.startsWith(THROW)
                ? risk.substring(THROW.length()) + " is thrown"
                : risk.replace(" may throw", " throws");
    }

    static String hint(LeakKind rule, Resource resource) {
        String name = resource.variable().isEmpty() ? "it" : "'" + resource.variable() + "'";
        return switch (rule) {
            case NEVER_CLOSED, NOT_CLOSED_ON_PATH ->
                "Acquire " + name + " in a try-with-resources statement, or close it in a finally block.";
            case NOT_CLOSED_ON_EXCEPTION ->
                "Acquire " + name
                        + " in a try-with-resources statement, or begin the try whose finally block closes it right behind the acquisition.";
            case OVERWRITTEN ->
                "Close " + name
                        + " before it is assigned again, or give each resource a variable in a try-with-resources statement of its own.";
            case TEMPORARY_NEVER_CLOSED ->
                "Give it a name in a try-with-resources statement: closing what was opened from it does not close it.";
            case FIELD_NEVER_CLOSED ->
                "Make the class AutoCloseable and close " + name
                        + " in close(), or open it where it is used and close it there.";
            case LEGACY_PATTERN -> "Call the release that belongs to the acquisition on every way out of the method.";
        };
    }
}
