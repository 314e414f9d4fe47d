package io.jenkins.plugins.connleak.plugin.steps;

import hudson.model.Result;
import java.io.IOException;

/** Marks the stage of a Pipeline in which a scan runs. */
@FunctionalInterface
interface StageMark {
    /** Where there are no stages. */
    StageMark NONE = (result, reason) -> {};

    /** Marks the stage with that result, for that reason. */
    void mark(Result result, String reason) throws IOException, InterruptedException;
}
