package io.jenkins.plugins.connleak.plugin.actions;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import org.jspecify.annotations.Nullable;

/** Somebody decided that later scans are compared with this build, although its quality gates tripped or it failed. */
public final class ReferenceReset extends InvisibleAction {
    private final @Nullable String id;

    /** The decision for scan {@code id}. */
    public ReferenceReset(String id) {
        this.id = id;
    }

    /** Whether it was decided for scan {@code id} of that build. */
    public static boolean isSetFor(Run<?, ?> run, String id) {
        return run.getActions(ReferenceReset.class).stream().anyMatch(reset -> id.equals(reset.id));
    }
}
