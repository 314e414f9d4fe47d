package io.jenkins.plugins.connleak.plugin.actions;

import hudson.model.Api;
import hudson.model.HealthReport;
import hudson.model.HealthReportingAction;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.connleak.core.baseline.Criticality;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.blame.Blame;
import io.jenkins.plugins.connleak.plugin.rows.Rows;
import io.jenkins.plugins.connleak.plugin.rows.RowsFile;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.POST;

/**
 * The result of one scan of a build: its counts, kept in the build's record, and its pages and remote API, which read
 * the report from its own file when somebody asks. Reports are held softly, so that many read builds cost no more
 * memory than there is to spare.
 */
@ExportedBean
public final class ScanAction implements RunAction2, HealthReportingAction {
    private static final Logger LOGGER = Logger.getLogger(ScanAction.class.getName());

    private final String id;
    private final @Nullable String name;
    private final @Nullable String release;
    private final @Nullable String buildNumber;
    private final @Nullable String engine;
    private final long finishedMillis;
    private final long durationMillis;
    private final ScanTotals totals;
    private final @Nullable Comparison comparison;
    private final @Nullable ArrayList<GateVerdict> verdicts;
    private final int definiteWeight;
    private final int possibleWeight;
    private final @Nullable String trendChart;

    private transient @Nullable Run<?, ?> run;
    private transient @Nullable SoftReference<ScanReport> report;

    /** The result of a scan that was compared with nothing and had no quality gates. */
    public ScanAction(ScanFacts facts, ScanTotals totals) {
        this(facts, totals, Assessment.none(totals.getTotal()));
    }

    /** The result of a scan. */
    public ScanAction(ScanFacts facts, ScanTotals totals, Assessment assessment) {
        this.id = facts.id();
        this.name = facts.name();
        this.release = facts.tag().release();
        this.buildNumber = facts.tag().buildNumber();
        this.engine = facts.engine();
        this.finishedMillis = facts.finishedAt().toEpochMilli();
        this.durationMillis = facts.durationMillis();
        this.totals = Objects.requireNonNull(totals);
        this.comparison = assessment.comparison();
        this.verdicts = new ArrayList<>(assessment.verdicts());
        this.definiteWeight = assessment.weights().definite();
        this.possibleWeight = assessment.weights().possible();
        this.trendChart = assessment.trendChart();
    }

    @Override
    public void onAttached(Run<?, ?> owner) {
        this.run = owner;
    }

    @Override
    public void onLoad(Run<?, ?> owner) {
        this.run = owner;
    }

    @Override
    public String getIconFileName() {
        return "symbol-connleak plugin-connleak";
    }

    @Override
    public String getDisplayName() {
        return name == null || name.isEmpty() ? Messages.ScanAction_DisplayName() : name;
    }

    @Override
    public String getUrlName() {
        return ScanId.urlName(id);
    }

    /** The build that was scanned. */
    public Run<?, ?> getRun() {
        return Objects.requireNonNull(run, "the action is attached to no build");
    }

    /** The same build, under the name by which Jenkins' page frame asks for it. */
    public Run<?, ?> getObject() {
        return getRun();
    }

    /** Remote API. */
    public Api getApi() {
        return new Api(this);
    }

    @Exported(visibility = 2)
    public String getId() {
        return id;
    }

    @Exported(visibility = 2)
    public String getName() {
        return getDisplayName();
    }

    @Exported(visibility = 2)
    public String getRelease() {
        return release == null ? "" : release;
    }

    @Exported(visibility = 2)
    public String getBuildNumber() {
        return buildNumber == null ? "" : buildNumber;
    }

    @Exported
    public String getEngine() {
        return engine == null ? "" : engine;
    }

    /** When the scan ended, in milliseconds since 1970. */
    @Exported
    public long getFinishedMillis() {
        return finishedMillis;
    }

    /** How long the scan took, in milliseconds. */
    @Exported
    public long getDurationMillis() {
        return durationMillis;
    }

    /** The counts. */
    public ScanTotals getTotals() {
        return totals;
    }

    @Exported(visibility = 2)
    public int getTotal() {
        return totals.getTotal();
    }

    @Exported(visibility = 2)
    public int getSilenced() {
        return totals.getSilenced();
    }

    @Exported(visibility = 2)
    public int getProblems() {
        return totals.getProblems();
    }

    /** What the scan was compared with, and what came of it. */
    @Exported(visibility = 2)
    public Comparison getComparison() {
        return comparison == null ? Comparison.none(totals.getTotal()) : comparison;
    }

    /** What the quality gates said, in the order in which they were given. */
    @Exported(visibility = 2)
    public List<GateVerdict> getGates() {
        return verdicts == null ? List.of() : Collections.unmodifiableList(verdicts);
    }

    /** Whether no quality gate tripped that is more than a note. */
    @Exported(visibility = 2)
    public boolean isPassed() {
        return getGates().stream()
                .noneMatch(verdict -> verdict.isTripped() && verdict.criticality() != Criticality.NOTE);
    }

    /** How the scan stands by its quality gates. */
    public Standing getStanding() {
        return Standing.of(getGates());
    }

    /** The health from 0 to 100; -1 if leaks don't matter to it. */
    @Exported(visibility = 2)
    public int getHealth() {
        HealthWeights weights = new HealthWeights(definiteWeight, possibleWeight);
        return weights.isAny()
                ? weights.score(
                        totals.getByCertainty().getOrDefault(Certainty.DEFINITE.id(), 0),
                        totals.getByCertainty().getOrDefault(Certainty.POSSIBLE.id(), 0))
                : -1;
    }

    /** The weather of the job, if leaks matter to it. */
    @Override
    public @Nullable HealthReport getBuildHealth() {
        int health = getHealth();
        return health < 0
                ? null
                : new HealthReport(health, Messages._ScanAction_health(getDisplayName(), totals.getTotal()));
    }

    /** Name of the chart on the job's page; empty for the usual one. */
    public String getTrendChart() {
        return trendChart == null ? "" : trendChart;
    }

    /** Whether later scans are compared with this build whatever became of it. */
    public boolean isReferenceReset() {
        return ReferenceReset.isSetFor(getRun(), id);
    }

    /** Whether the user of this request may have later scans compared with this build, and it would change anything. */
    public boolean isResettable() {
        return getRun().getParent().hasPermission(Item.CONFIGURE) && !isPassed() && !isReferenceReset();
    }

    /** Has later scans compared with this build although its quality gates tripped. */
    @POST
    public HttpResponse doResetReference() throws IOException {
        getRun().getParent().checkPermission(Item.CONFIGURE);
        if (!isReferenceReset()) {
            getRun().addAction(new ReferenceReset(id));
            getRun().save();
        }
        return HttpResponses.redirectToDot();
    }

    /** What is known of the leaks from other builds; nothing if it was not kept or can't be read. */
    public LeakHistory getHistory() {
        try {
            return store().readHistory(totals.getTotal());
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "The history of the leaks " + id + " of " + getRun() + " can't be read");
            return LeakHistory.UNKNOWN;
        }
    }

    @Exported
    public int getFiles() {
        return totals.getFiles();
    }

    @Exported
    public long getLines() {
        return totals.getLines();
    }

    @Exported
    public Map<String, Integer> getByRule() {
        return totals.getByRule();
    }

    @Exported
    public Map<String, Integer> getByKind() {
        return totals.getByKind();
    }

    @Exported
    public Map<String, Integer> getByCertainty() {
        return totals.getByCertainty();
    }

    /** Counts of run-time evidence; empty if no log of a running program was read. */
    @Exported(visibility = 2)
    public Map<String, Integer> getEvidence() {
        return totals.getEvidence();
    }

    /** Leaks of this report that logs of running programs confirm. */
    public int getConfirmed() {
        return totals.getEvidence().getOrDefault("confirmed", 0);
    }

    /** Places of leaks at run time that no leak of this report is about. */
    @Exported
    public List<ExportedSite> getUnmatched() {
        return evidence().unmatched().stream().map(ExportedSite::new).toList();
    }

    /** Places at which requests got no connection at run time. */
    @Exported
    public List<ExportedSite> getExhaustions() {
        return evidence().exhaustions().stream().map(ExportedSite::new).toList();
    }

    private RuntimeEvidence evidence() {
        if (totals.getEvidence().isEmpty()) {
            return RuntimeEvidence.NONE;
        }
        ScanReport loaded = loadOrEmpty();
        return loaded == null ? RuntimeEvidence.NONE : loaded.evidence();
    }

    /** The leaks, for the remote API; none if the report's file can't be read, which {@link #getTrouble} tells. */
    @Exported
    public List<ExportedFinding> getFindings() {
        List<Finding> findings = findings();
        Map<Integer, Blame> blames = findings.isEmpty() ? Map.of() : store().readBlames(findings.size());
        List<ExportedFinding> exported = new ArrayList<>(findings.size());
        for (int place = 0; place < findings.size(); place++) {
            exported.add(new ExportedFinding(findings.get(place), blames.get(place)));
        }
        return exported;
    }

    /** Why the report can't be shown, for people; empty if it can. */
    @Exported
    public String getTrouble() {
        try {
            load();
            return "";
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "The report " + id + " of " + getRun() + " can't be read");
            return Messages.ScanAction_unreadable(ReportStore.reportName(id));
        }
    }

    /** What the report page shows, and where its script asks for rows. */
    public ReportPage getPage() {
        return new ReportPage(this);
    }

    /** The page of one leak, by its id, or null (not found) if this build has no such leak. */
    public @Nullable LeakPage getLeak(String leakId) {
        RowsFile file = rowsFile();
        try {
            Rows rows = file.rows();
            int row = rows.withId(leakId);
            return row < 0 ? null : new LeakPage(this, file, rows, row, new JenkinsFacade());
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "The report " + id + " of " + getRun() + " can't be read");
            return null;
        }
    }

    RowsFile rowsFile() {
        return store().rows(totals.getTotal());
    }

    ReportStore store() {
        return new ReportStore(getRun().getRootDir().toPath(), id);
    }

    private List<Finding> findings() {
        ScanReport loaded = loadOrEmpty();
        return loaded == null ? List.of() : loaded.findings();
    }

    private @Nullable ScanReport loadOrEmpty() {
        try {
            return load();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "The report " + id + " of " + getRun() + " can't be read");
            return null;
        }
    }

    private synchronized ScanReport load() throws IOException {
        ScanReport held = report == null ? null : report.get();
        if (held == null) {
            held = store().readReport();
            report = new SoftReference<>(held);
        }
        return held;
    }
}
