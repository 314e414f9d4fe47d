package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import picocli.CommandLine.Option;

/** What the exit code tells about the leaks. */
final class GateArguments {
    private static final int NOT_GIVEN = -1;

    private Gate.FailOn failOn = Gate.FailOn.NEVER;
    private int threshold = NOT_GIVEN;
    private boolean hasThreshold;

    @Option(
            names = "--fail-on",
            order = 14,
            paramLabel = "never|any",
            description = "Exit with 1 for any leaks. Default: never.")
    void failOn(Gate.FailOn given) {
        failOn = given;
    }

    @Option(
            names = "--threshold",
            order = 15,
            paramLabel = "N",
            description = "As many leaks are allowed before --fail-on any fails. Default: 0.")
    void threshold(int given) {
        threshold = given;
        hasThreshold = true;
    }

    /** Fails where the arguments, taken together, make no sense. */
    void check() throws ConfigurationException {
        if (hasThreshold && threshold < 0) {
            throw new ConfigurationException("--threshold " + threshold + " is no number of leaks; give 0 or more");
        }
        if (hasThreshold && failOn == Gate.FailOn.NEVER) {
            throw new ConfigurationException("--threshold has no effect without --fail-on any");
        }
    }

    Gate gate() {
        return new Gate(failOn, Math.max(0, threshold));
    }
}
