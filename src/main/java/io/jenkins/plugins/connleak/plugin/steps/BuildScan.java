package io.jenkins.plugins.connleak.plugin.steps;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.plugin.actions.Assessment;
import io.jenkins.plugins.connleak.plugin.actions.LeakFacts;
import io.jenkins.plugins.connleak.plugin.actions.ReportStore;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.actions.ScanFacts;
import io.jenkins.plugins.connleak.plugin.actions.ScanId;
import io.jenkins.plugins.connleak.plugin.actions.ScanTotals;
import io.jenkins.plugins.connleak.plugin.blame.Blame;
import io.jenkins.plugins.connleak.plugin.checks.CheckPublisher;
import io.jenkins.plugins.connleak.plugin.checks.CheckWriter;
import io.jenkins.plugins.connleak.plugin.config.ArchiveWriter;
import io.jenkins.plugins.connleak.plugin.reference.BuildComparison;
import io.jenkins.plugins.connleak.plugin.reference.GateKeeper;
import io.jenkins.plugins.connleak.plugin.trends.TrendKeeper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * One scan of one build, from the user's parameters to the build's pages. The build's result is touched by tripped
 * quality gates alone; it fails with a plain message when the parameters can't be used, and, if asked, when some file
 * could not be looked at.
 */
final class BuildScan {
    /** Held while a result joins its build, so that of two scans with one id the second is refused. */
    private static final Object JOINING = new Object();

    private final Run<?, ?> run;
    private final FilePath workspace;
    private final Map<String, String> environment;
    private final TaskListener listener;
    private final StageMark stage;
    private final TrendKeeper trends;

    BuildScan(
            Run<?, ?> run,
            FilePath workspace,
            Map<String, String> environment,
            TaskListener listener,
            StageMark stage) {
        this(run, workspace, environment, listener, stage, new TrendKeeper());
    }

    BuildScan(
            Run<?, ?> run,
            FilePath workspace,
            Map<String, String> environment,
            TaskListener listener,
            StageMark stage,
            TrendKeeper trends) {
        this.run = run;
        this.workspace = workspace;
        this.environment = environment;
        this.listener = listener;
        this.stage = stage;
        this.trends = trends;
    }

    /** Scans, publishes, and returns the counts for a Pipeline script. */
    Map<String, Object> perform(ScanParameters parameters) throws IOException, InterruptedException {
        ScanRequest request = ScanRequest.of(
                parameters, new ScanRequest.Origin(run.getParent().getFullName(), run.getNumber(), environment));
        Judgement judgement = Judgement.of(parameters);
        refuseSecond(parameters.getId());
        ScanLog log = new ScanLog(listener.getLogger(), parameters.isQuiet());
        log.started(request.options(), workspace.getRemote());

        ScanAnswer answer = workspace.act(new ScanCallable(request, parameters.isCache() ? cacheFolder() : ""));
        AnswerLimits.check(answer);
        log.noted(answer.notes());

        ScanReport report = answer.outcome().report();
        ScanTotals totals = new ScanTotals(report);
        log.finished(report, totals, answer.millis());
        log.seen(request.evidenceFiles(), report.evidence().totals());
        BuildComparison comparison =
                BuildComparison.of(run, parameters.getId(), report, judgement.reference(), environment);
        Map<Integer, Blame> blames =
                parameters.isBlame() ? new Blamer(workspace, log).blame(report, comparison) : Map.of();
        GateKeeper gates = GateKeeper.judge(judgement.gates(), comparison.delta());
        ScanAction action = new ScanAction(
                facts(parameters, request, answer),
                totals,
                new Assessment(comparison.summary(), gates.verdicts(), judgement.weights(), judgement.chart()));
        join(action, answer.outcome(), new LeakFacts(comparison.history(), blames));
        log.compared(comparison.summary(), run.getParent().getFullName());
        gates.verdicts().forEach(log::judged);
        punish(gates, log);
        addToTrend(action, log);
        if (!parameters.isSkipPublishingChecks()) {
            CheckPublisher.publishAll(
                    new CheckWriter(action, report, comparison.history()).check(),
                    run.getUrl() + action.getUrlName() + "/",
                    run,
                    listener);
        }
        if (parameters.isArchive()) {
            new ArchiveWriter(environment, parameters.isArchiveRequired())
                    .write(run, action, report, comparison.history())
                    .ifPresent(log::warn);
        }
        if (parameters.isFailOnError() && !report.problems().isEmpty()) {
            throw new AbortException("The scan could not look at everything ("
                    + report.problems().size() + " problems, see above) and failOnError is set.");
        }
        return ScanCounts.of(action);
    }

    /** Beside the workspace, where neither a checkout nor a cleaning of the workspace touches it. */
    private String cacheFolder() {
        FilePath beside = WorkspaceList.tempDir(workspace);
        return beside == null ? "" : beside.child("connleak-cache").getRemote();
    }

    private static ScanFacts facts(ScanParameters parameters, ScanRequest request, ScanAnswer answer) {
        return new ScanFacts(
                parameters.getId(),
                parameters.getName(),
                request.options().tag(),
                request.options().engine().id(),
                Instant.now(),
                answer.millis());
    }

    /** A result only ever gets worse, and that of a build that is over is what it is. */
    private void punish(GateKeeper gates, ScanLog log) throws IOException, InterruptedException {
        if (gates.stageResult().isPresent()) {
            stage.mark(gates.stageResult().get(), gates.reason());
        }
        if (gates.buildResult().isPresent()) {
            if (run.isBuilding()) {
                run.setResult(gates.buildResult().get());
            } else {
                log.warn("the build is over; its result stays as it is");
            }
        }
    }

    private void join(ScanAction action, ScanOutcome outcome, LeakFacts facts) throws IOException {
        synchronized (JOINING) {
            refuseSecond(action.getId());
            new ReportStore(run.getRootDir().toPath(), action.getId()).write(outcome, facts);
            run.addAction(action);
        }
        run.save();
    }

    private void refuseSecond(String id) throws AbortException {
        boolean isSecond =
                run.getActions(ScanAction.class).stream().anyMatch(other -> ScanId.isSame(other.getId(), id));
        if (isSecond) {
            throw new AbortException(
                    "id: this build has a scan '" + id + "' already. Give each scan of a build an id of its own.");
        }
    }

    private void addToTrend(ScanAction action, ScanLog log) {
        try {
            trends.add(run, action);
        } catch (IOException e) {
            log.warn("the job's trend has no point for this build: " + e.getMessage()
                    + ". The next scan tries to make the trend again.");
        }
    }
}
