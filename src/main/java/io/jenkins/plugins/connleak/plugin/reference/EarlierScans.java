package io.jenkins.plugins.connleak.plugin.reference;

import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.connleak.core.baseline.Criticality;
import io.jenkins.plugins.connleak.plugin.actions.GateVerdict;
import io.jenkins.plugins.connleak.plugin.actions.ReferenceReset;
import io.jenkins.plugins.connleak.plugin.actions.ReportStore;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The scans of one id that a job has from before. Looks for their files first, so that a build without one is not even
 * loaded, and at no more than {@value #MAX_LOOKED} numbers and {@value #MAX_LOADED} builds.
 */
final class EarlierScans {
    /** Most build numbers that are looked at, from the newest. */
    static final int MAX_LOOKED = 2_000;

    /** Most builds that are loaded. */
    static final int MAX_LOADED = 50;

    private final Job<?, ?> job;
    private final String id;

    EarlierScans(Job<?, ?> job, String id) {
        this.job = job;
        this.id = id;
    }

    /**
     * What a search found.
     *
     * @param run the build
     * @param action its scan
     */
    record Found(Run<?, ?> run, ScanAction action) {}

    /** The newest scan of a build before {@code number} that is as {@code wanted}. */
    Optional<Found> before(int number, Predicate<Found> wanted) {
        int loaded = 0;
        for (int at = number - 1; at >= Math.max(1, number - MAX_LOOKED) && loaded < MAX_LOADED; at--) {
            if (hasReport(at)) {
                loaded++;
                Optional<Found> found = of(at).filter(wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The scan of that build, if both are there. */
    Optional<Found> of(int number) {
        Run<?, ?> run = job.getBuildByNumber(number);
        return run == null
                ? Optional.empty()
                : run.getActions(ScanAction.class).stream()
                        .filter(action -> action.getId().equals(id))
                        .findFirst()
                        .map(action -> new Found(run, action));
    }

    /** Whether later builds may be compared with that one. A build whose reference was reset may be, whatever became of it. */
    static boolean isUsable(Found found, ReferenceOptions options) {
        Run<?, ?> run = found.run();
        if (run.isBuilding()) {
            return false;
        }
        if (ReferenceReset.isSetFor(run, found.action().getId())) {
            return true;
        }
        boolean refused = found.action().getGates().stream().anyMatch(EarlierScans::refuses);
        return (options.ignoreGate() || !refused) && (!options.ignoreFailed() || !isFailed(found));
    }

    /** A gate over all leaks refuses nothing: it would leave a job that always trips it without any reference. */
    private static boolean refuses(GateVerdict verdict) {
        return verdict.isTripped() && verdict.type().isComparing() && verdict.criticality() != Criticality.NOTE;
    }

    /** Whether it failed for another reason than that a gate of ours made it fail. */
    private static boolean isFailed(Found found) {
        @Nullable Result result = found.run().getResult();
        if (result == null || result.isBetterOrEqualTo(Result.UNSTABLE)) {
            return false;
        }
        boolean byGate = result.isBetterOrEqualTo(Result.FAILURE)
                && found.action().getGates().stream()
                        .anyMatch(verdict -> verdict.isTripped() && verdict.criticality() == Criticality.FAILURE);
        return !byGate;
    }

    private boolean hasReport(int number) {
        Path folder = job.getBuildDir().toPath().resolve(Integer.toString(number));
        return Files.exists(folder.resolve(ReportStore.reportName(id)));
    }
}
