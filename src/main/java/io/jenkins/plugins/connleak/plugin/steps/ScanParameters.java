package io.jenkins.plugins.connleak.plugin.steps;

import io.jenkins.plugins.connleak.plugin.reference.QualityGate;
import io.jenkins.plugins.connleak.plugin.trends.ChartKind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a user says about a scan, as given: the same for the Pipeline step and the freestyle recorder. Texts are never
 * null and never have blanks around them; empty means the default. Nothing is checked here, see {@link ScanRequest}.
 */
public final class ScanParameters implements Serializable {
    /** Id of a scan that is given none. */
    public static final String DEFAULT_ID = "connleak";

    /** Engine of a scan that is given none. */
    public static final String DEFAULT_ENGINE = "flow";

    /** The least certainty that is shown by a scan that is given none. */
    public static final String DEFAULT_CERTAINTY = "possible";

    /** The chart on the job's page unless told. */
    public static final String DEFAULT_CHART = ChartKind.CERTAINTY.name();

    /** Stands for no chart on the job's page. */
    public static final String NO_CHART = "NONE";

    private static final long serialVersionUID = 1L;

    private @Nullable String includes = "";
    private @Nullable String excludes = "";
    private @Nullable String engine = DEFAULT_ENGINE;
    private @Nullable String regexFile = "";
    private @Nullable String ignoreFile = "";
    private @Nullable String catalogFile = "";
    private @Nullable String evidenceFiles = "";
    private @Nullable String sourceEncoding = "";
    private @Nullable String certainty = DEFAULT_CERTAINTY;
    private @Nullable String release = "";
    private @Nullable String buildNumber = "";
    private @Nullable String id = DEFAULT_ID;
    private @Nullable String name = "";
    private @Nullable String referenceJob = "";
    private @Nullable String referenceBuild = "";
    private @Nullable String trendChart = DEFAULT_CHART;
    private boolean failedBuildsToo;
    private boolean ignoreQualityGate;
    private int definiteWeight;
    private int possibleWeight;
    private @Nullable ArrayList<QualityGate> qualityGates = new ArrayList<>();
    private boolean archive = true;
    private boolean archiveRequired;
    private boolean failOnError;
    private boolean quiet;
    private boolean blame;
    private boolean cache;
    private boolean skipPublishingChecks;

    /** These parameters with every text put through {@code expansion}. */
    public ScanParameters expanded(UnaryOperator<String> expansion) {
        ScanParameters expanded = new ScanParameters();
        expanded.setIncludes(expansion.apply(getIncludes()));
        expanded.setExcludes(expansion.apply(getExcludes()));
        expanded.setEngine(expansion.apply(getEngine()));
        expanded.setRegexFile(expansion.apply(getRegexFile()));
        expanded.setIgnoreFile(expansion.apply(getIgnoreFile()));
        expanded.setCatalogFile(expansion.apply(getCatalogFile()));
        expanded.setEvidenceFiles(expansion.apply(getEvidenceFiles()));
        expanded.setSourceEncoding(expansion.apply(getSourceEncoding()));
        expanded.setCertainty(expansion.apply(getCertainty()));
        expanded.setRelease(expansion.apply(getRelease()));
        expanded.setBuildNumber(expansion.apply(getBuildNumber()));
        expanded.setId(expansion.apply(getId()));
        expanded.setName(expansion.apply(getName()));
        expanded.setReferenceJob(expansion.apply(getReferenceJob()));
        expanded.setReferenceBuild(expansion.apply(getReferenceBuild()));
        expanded.setTrendChart(expansion.apply(getTrendChart()));
        expanded.setIgnoreFailedBuilds(isIgnoreFailedBuilds());
        expanded.setIgnoreQualityGate(isIgnoreQualityGate());
        expanded.setDefiniteWeight(getDefiniteWeight());
        expanded.setPossibleWeight(getPossibleWeight());
        expanded.setQualityGates(getQualityGates());
        expanded.setArchive(isArchive());
        expanded.setArchiveRequired(isArchiveRequired());
        expanded.setFailOnError(isFailOnError());
        expanded.setQuiet(isQuiet());
        expanded.setBlame(isBlame());
        expanded.setCache(isCache());
        expanded.setSkipPublishingChecks(isSkipPublishingChecks());
        return expanded;
    }

    private static String text(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value.trim();
    }

    /** Ant-style patterns of files to scan, separated by commas or line ends; empty means all Java files. */
    public String getIncludes() {
        return text(includes, "");
    }

    public void setIncludes(@Nullable String includes) {
        this.includes = text(includes, "");
    }

    /** Ant-style patterns of files to leave out, separated by commas or line ends. */
    public String getExcludes() {
        return text(excludes, "");
    }

    public void setExcludes(@Nullable String excludes) {
        this.excludes = text(excludes, "");
    }

    /** Id of the engine: {@code flow}, {@code regex} or {@code both}. */
    public String getEngine() {
        return text(engine, DEFAULT_ENGINE);
    }

    public void setEngine(@Nullable String engine) {
        this.engine = text(engine, DEFAULT_ENGINE);
    }

    /** Regex file, relative to the workspace; empty for none. */
    public String getRegexFile() {
        return text(regexFile, "");
    }

    public void setRegexFile(@Nullable String regexFile) {
        this.regexFile = text(regexFile, "");
    }

    /** Ignore list, relative to the workspace; empty for none. */
    public String getIgnoreFile() {
        return text(ignoreFile, "");
    }

    public void setIgnoreFile(@Nullable String ignoreFile) {
        this.ignoreFile = text(ignoreFile, "");
    }

    /** Catalog of the team's own resources, relative to the workspace; empty for none but {@code .connleak.yml}. */
    public String getCatalogFile() {
        return text(catalogFile, "");
    }

    public void setCatalogFile(@Nullable String catalogFile) {
        this.catalogFile = text(catalogFile, "");
    }

    /** Ant-style patterns of logs of running programs, separated by commas or line ends; empty for none. */
    public String getEvidenceFiles() {
        return text(evidenceFiles, "");
    }

    public void setEvidenceFiles(@Nullable String evidenceFiles) {
        this.evidenceFiles = text(evidenceFiles, "");
    }

    /** Name of the sources' encoding; empty means UTF-8 with a reported fallback. */
    public String getSourceEncoding() {
        return text(sourceEncoding, "");
    }

    public void setSourceEncoding(@Nullable String sourceEncoding) {
        this.sourceEncoding = text(sourceEncoding, "");
    }

    /** The least certainty that is shown: {@code definite} or {@code possible}. */
    public String getCertainty() {
        return text(certainty, DEFAULT_CERTAINTY);
    }

    public void setCertainty(@Nullable String certainty) {
        this.certainty = text(certainty, DEFAULT_CERTAINTY);
    }

    /** Release the result is filed under; empty means {@code REL_NO} of the environment. */
    public String getRelease() {
        return text(release, "");
    }

    public void setRelease(@Nullable String release) {
        this.release = text(release, "");
    }

    /** Build number the result is filed under; empty means {@code BUILD_NO} of the environment, then the build's own. */
    public String getBuildNumber() {
        return text(buildNumber, "");
    }

    public void setBuildNumber(@Nullable String buildNumber) {
        this.buildNumber = text(buildNumber, "");
    }

    /** Id of this scan within the build; it is part of its address. */
    public String getId() {
        return text(id, DEFAULT_ID);
    }

    public void setId(@Nullable String id) {
        this.id = text(id, DEFAULT_ID);
    }

    /** Name of this scan on the pages; empty for the usual one. */
    public String getName() {
        return text(name, "");
    }

    public void setName(@Nullable String name) {
        this.name = text(name, "");
    }

    /** Full name of the job whose builds are compared with; empty for the target branch's job of a pull request, and else the own job. */
    public String getReferenceJob() {
        return text(referenceJob, "");
    }

    public void setReferenceJob(@Nullable String referenceJob) {
        this.referenceJob = text(referenceJob, "");
    }

    /** Number of the build that is compared with; empty for the last that may be. */
    public String getReferenceBuild() {
        return text(referenceBuild, "");
    }

    public void setReferenceBuild(@Nullable String referenceBuild) {
        this.referenceBuild = text(referenceBuild, "");
    }

    /** Name of the chart on the job's page. */
    public String getTrendChart() {
        return text(trendChart, DEFAULT_CHART);
    }

    public void setTrendChart(@Nullable String trendChart) {
        this.trendChart = text(trendChart, DEFAULT_CHART);
    }

    /** Whether builds that failed are not compared with. */
    public boolean isIgnoreFailedBuilds() {
        return !failedBuildsToo;
    }

    public void setIgnoreFailedBuilds(boolean ignoreFailedBuilds) {
        this.failedBuildsToo = !ignoreFailedBuilds;
    }

    /** Whether builds are compared with although their gates for new leaks tripped. */
    public boolean isIgnoreQualityGate() {
        return ignoreQualityGate;
    }

    public void setIgnoreQualityGate(boolean ignoreQualityGate) {
        this.ignoreQualityGate = ignoreQualityGate;
    }

    /** Points of 100 that each definite leak costs the job's health. */
    public int getDefiniteWeight() {
        return definiteWeight;
    }

    public void setDefiniteWeight(int definiteWeight) {
        this.definiteWeight = definiteWeight;
    }

    /** Points of 100 that each possible leak costs the job's health. */
    public int getPossibleWeight() {
        return possibleWeight;
    }

    public void setPossibleWeight(int possibleWeight) {
        this.possibleWeight = possibleWeight;
    }

    /** The quality gates. */
    public List<QualityGate> getQualityGates() {
        return qualityGates == null ? List.of() : List.copyOf(qualityGates);
    }

    public void setQualityGates(@Nullable List<QualityGate> qualityGates) {
        this.qualityGates = qualityGates == null ? new ArrayList<>() : new ArrayList<>(qualityGates);
    }

    /** Whether the result goes to the archive, if one is configured. */
    public boolean isArchive() {
        return archive;
    }

    public void setArchive(boolean archive) {
        this.archive = archive;
    }

    /** Whether the build waits for the archive and fails unless the archive has the result. */
    public boolean isArchiveRequired() {
        return archiveRequired;
    }

    public void setArchiveRequired(boolean archiveRequired) {
        this.archiveRequired = archiveRequired;
    }

    /** Whether a file that could not be looked at fails the build. */
    public boolean isFailOnError() {
        return failOnError;
    }

    public void setFailOnError(boolean failOnError) {
        this.failOnError = failOnError;
    }

    /** Whether the build's log gets no more than one line. */
    public boolean isQuiet() {
        return quiet;
    }

    public void setQuiet(boolean quiet) {
        this.quiet = quiet;
    }

    /** Whether no check of the commit is published, though there is somebody who takes it. */
    public boolean isSkipPublishingChecks() {
        return skipPublishingChecks;
    }

    public void setSkipPublishingChecks(boolean skipPublishingChecks) {
        this.skipPublishingChecks = skipPublishingChecks;
    }

    /** Whether what the scan finds out is kept on the agent, for the next one to look only at what has changed. */
    public boolean isCache() {
        return cache;
    }

    public void setCache(boolean cache) {
        this.cache = cache;
    }

    /** Whether git is asked who wrote the lines of leaks. */
    public boolean isBlame() {
        return blame;
    }

    public void setBlame(boolean blame) {
        this.blame = blame;
    }
}
