package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.core.baseline.QualityGate;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the exit code tells about the leaks. */
final class GateArguments {
    private static final int NOT_GIVEN = -1;

    private String baseline = "";
    private QualityGate.FailOn failOn = QualityGate.FailOn.NEVER;
    private int threshold = NOT_GIVEN;
    private boolean hasThreshold;

    @Option(
            names = "--baseline",
            order = 13,
            paramLabel = "REPORT.json",
            description = "An earlier report (--json) to compare with: leaks that it does not have are new.")
    void baseline(String given) {
        baseline = given;
    }

    @Option(
            names = "--fail-on",
            order = 14,
            paramLabel = "never|any|new",
            description = "Exit with 1 for any leaks, or for new ones (needs --baseline). Default: never.")
    void failOn(QualityGate.FailOn given) {
        failOn = given;
    }

    @Option(
            names = "--threshold",
            order = 15,
            paramLabel = "N",
            description = "As many leaks are allowed before --fail-on any or new fails. Default: 0.")
    void threshold(int given) {
        threshold = given;
        hasThreshold = true;
    }

    /** Fails where the arguments, taken together, make no sense. */
    void check() throws ConfigurationException {
        if (failOn == QualityGate.FailOn.NEW && baseline.isEmpty()) {
            throw new ConfigurationException("--fail-on new needs --baseline, a report to compare with");
        }
        if (hasThreshold && threshold < 0) {
            throw new ConfigurationException("--threshold " + threshold + " is no number of leaks; give 0 or more");
        }
        if (hasThreshold && failOn == QualityGate.FailOn.NEVER) {
            throw new ConfigurationException("--threshold has no effect without --fail-on any or --fail-on new");
        }
    }

    /** The baseline, if one was given. */
    Optional<Baseline> baseline() throws ConfigurationException {
        return baseline.isEmpty() ? Optional.empty() : Optional.of(Baseline.read(baseline));
    }

    QualityGate gate() {
        return new QualityGate(failOn, Math.max(0, threshold));
    }
}
