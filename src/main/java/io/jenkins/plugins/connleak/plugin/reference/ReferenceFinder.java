package io.jenkins.plugins.connleak.plugin.reference;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.actions.LeakHistory;
import io.jenkins.plugins.connleak.plugin.actions.ReferenceState;
import io.jenkins.plugins.connleak.plugin.actions.ReportStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a scan is compared with. A pull request of a multibranch project is compared with the job of its target
 * branch, which is known by {@code CHANGE_TARGET} in the build's environment: the plugins that build branches set it, and
 * their jobs of one project stand side by side, so that none of those plugins is needed here.
 */
final class ReferenceFinder {
    private static final Logger LOGGER = Logger.getLogger(ReferenceFinder.class.getName());
    private static final String TARGET_BRANCH = "CHANGE_TARGET";

    private final Run<?, ?> run;
    private final String id;
    private final JenkinsFacade jenkins;

    ReferenceFinder(Run<?, ?> run, String id, JenkinsFacade jenkins) {
        this.run = run;
        this.id = id;
        this.jenkins = jenkins;
    }

    /** Finds it, or says why there is none. */
    Reference find(ReferenceOptions options, Map<String, String> environment) {
        if (!options.job().isEmpty()) {
            return jenkins.job(options.job())
                    .map(job -> in(job, options))
                    .orElseGet(() -> Reference.none(ReferenceState.NO_JOB, options.job(), options.build()));
        }
        return in(target(environment).orElse(run.getParent()), options);
    }

    /** The newest scan of the same job, whatever became of its build: the one that knows how old leaks are. */
    Optional<Reference.Content> previous() {
        return new EarlierScans(run.getParent(), id)
                .before(run.getNumber(), found -> true)
                .flatMap(this::read);
    }

    private Optional<Job<?, ?>> target(Map<String, String> environment) {
        @Nullable String branch = environment.get(TARGET_BRANCH);
        return branch == null ? Optional.empty() : jenkins.sibling(run.getParent(), branch);
    }

    private Reference in(Job<?, ?> job, ReferenceOptions options) {
        EarlierScans scans = new EarlierScans(job, id);
        return options.build() > 0 ? given(scans, job, options.build()) : last(scans, job, options);
    }

    private Reference given(EarlierScans scans, Job<?, ?> job, int number) {
        if (job.getBuildByNumber(number) == null) {
            return Reference.none(ReferenceState.NO_BUILD, job.getFullName(), number);
        }
        boolean isItself = isOwn(job) && number == run.getNumber();
        return scans.of(number)
                .filter(found -> !isItself)
                .map(found -> read(job, found))
                .orElseGet(() -> Reference.none(ReferenceState.NO_SCAN, job.getFullName(), number));
    }

    private Reference last(EarlierScans scans, Job<?, ?> job, ReferenceOptions options) {
        int end = isOwn(job) ? run.getNumber() : afterLast(job);
        return scans.before(end, found -> EarlierScans.isUsable(found, options))
                .map(found -> read(job, found))
                .orElseGet(() -> Reference.none(
                        scans.before(end, found -> true).isPresent() ? ReferenceState.NO_USABLE : ReferenceState.FIRST,
                        job.getFullName(),
                        0));
    }

    private boolean isOwn(Job<?, ?> job) {
        return job.getFullName().equals(run.getParent().getFullName());
    }

    private static int afterLast(Job<?, ?> job) {
        @Nullable Run<?, ?> last = job.getLastBuild();
        return last == null ? 0 : last.getNumber() + 1;
    }

    private Reference read(Job<?, ?> job, EarlierScans.Found found) {
        return read(found)
                .map(content -> new Reference(
                        ReferenceState.FOUND, job.getFullName(), found.run().getNumber(), Optional.of(content)))
                .orElseGet(() -> Reference.none(
                        ReferenceState.UNREADABLE,
                        job.getFullName(),
                        found.run().getNumber()));
    }

    private Optional<Reference.Content> read(EarlierScans.Found found) {
        ReportStore store = new ReportStore(found.run().getRootDir().toPath(), id);
        try {
            ScanReport report = store.readReport();
            return Optional.of(new Reference.Content(
                    found.run(), report, history(store, report.findings().size(), found.run())));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The report " + id + " of " + found.run() + " can't be compared with");
            return Optional.empty();
        }
    }

    private LeakHistory history(ReportStore store, int leaks, Run<?, ?> of) {
        try {
            LeakHistory history = store.readHistory(leaks);
            return new LeakHistory(history.added(), history.firstSeen(), List.of());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The ages of the leaks " + id + " of " + of + " are lost");
            return LeakHistory.UNKNOWN;
        }
    }
}
