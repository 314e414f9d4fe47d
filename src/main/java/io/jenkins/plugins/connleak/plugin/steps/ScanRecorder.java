package io.jenkins.plugins.connleak.plugin.steps;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.BuildStepMonitor;
import hudson.tasks.Publisher;
import hudson.tasks.Recorder;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.reference.QualityGate;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The scan as a post-build action of a freestyle job, where variables of the build's environment are expanded in every
 * text. The meaning of each property is that of {@link ScanParameters}. Stapler and Pipeline look for setters in classes
 * alone, not in interfaces, and a step and a recorder have no class in common: so both have one for each property.
 */
public final class ScanRecorder extends Recorder implements SimpleBuildStep {
    private @Nullable ScanParameters parameters = new ScanParameters();

    @DataBoundConstructor
    public ScanRecorder() {
        // all properties are optional and have setters
    }

    /** A job configured by hand may have no parameters at all. */
    protected Object readResolve() {
        if (parameters == null) {
            parameters = new ScanParameters();
        }
        return this;
    }

    private ScanParameters parameters() {
        return Objects.requireNonNull(parameters);
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        new BuildScan(run, workspace, env, listener, StageMark.NONE)
                .perform(parameters().expanded(env::expand));
    }

    /** Concurrent builds need not wait for each other: a scan is compared with finished builds only. */
    @Override
    public BuildStepMonitor getRequiredMonitorService() {
        return BuildStepMonitor.NONE;
    }

    public String getIncludes() {
        return parameters().getIncludes();
    }

    @DataBoundSetter
    public void setIncludes(@Nullable String includes) {
        parameters().setIncludes(includes);
    }

    public String getExcludes() {
        return parameters().getExcludes();
    }

    @DataBoundSetter
    public void setExcludes(@Nullable String excludes) {
        parameters().setExcludes(excludes);
    }

    public String getEngine() {
        return parameters().getEngine();
    }

    @DataBoundSetter
    public void setEngine(@Nullable String engine) {
        parameters().setEngine(engine);
    }

    public String getRegexFile() {
        return parameters().getRegexFile();
    }

    @DataBoundSetter
    public void setRegexFile(@Nullable String regexFile) {
        parameters().setRegexFile(regexFile);
    }

    public String getIgnoreFile() {
        return parameters().getIgnoreFile();
    }

    @DataBoundSetter
    public void setIgnoreFile(@Nullable String ignoreFile) {
        parameters().setIgnoreFile(ignoreFile);
    }

    public String getCatalogFile() {
        return parameters().getCatalogFile();
    }

    @DataBoundSetter
    public void setCatalogFile(@Nullable String catalogFile) {
        parameters().setCatalogFile(catalogFile);
    }

    public String getEvidenceFiles() {
        return parameters().getEvidenceFiles();
    }

    @DataBoundSetter
    public void setEvidenceFiles(@Nullable String evidenceFiles) {
        parameters().setEvidenceFiles(evidenceFiles);
    }

    public String getSourceEncoding() {
        return parameters().getSourceEncoding();
    }

    @DataBoundSetter
    public void setSourceEncoding(@Nullable String sourceEncoding) {
        parameters().setSourceEncoding(sourceEncoding);
    }

    public String getCertainty() {
        return parameters().getCertainty();
    }

    @DataBoundSetter
    public void setCertainty(@Nullable String certainty) {
        parameters().setCertainty(certainty);
    }

    public String getRelease() {
        return parameters().getRelease();
    }

    @DataBoundSetter
    public void setRelease(@Nullable String release) {
        parameters().setRelease(release);
    }

    public String getBuildNumber() {
        return parameters().getBuildNumber();
    }

    @DataBoundSetter
    public void setBuildNumber(@Nullable String buildNumber) {
        parameters().setBuildNumber(buildNumber);
    }

    public String getId() {
        return parameters().getId();
    }

    @DataBoundSetter
    public void setId(@Nullable String id) {
        parameters().setId(id);
    }

    public String getName() {
        return parameters().getName();
    }

    @DataBoundSetter
    public void setName(@Nullable String name) {
        parameters().setName(name);
    }

    public String getReferenceJob() {
        return parameters().getReferenceJob();
    }

    @DataBoundSetter
    public void setReferenceJob(@Nullable String referenceJob) {
        parameters().setReferenceJob(referenceJob);
    }

    public String getReferenceBuild() {
        return parameters().getReferenceBuild();
    }

    @DataBoundSetter
    public void setReferenceBuild(@Nullable String referenceBuild) {
        parameters().setReferenceBuild(referenceBuild);
    }

    public String getTrendChart() {
        return parameters().getTrendChart();
    }

    @DataBoundSetter
    public void setTrendChart(@Nullable String trendChart) {
        parameters().setTrendChart(trendChart);
    }

    public boolean isIgnoreFailedBuilds() {
        return parameters().isIgnoreFailedBuilds();
    }

    @DataBoundSetter
    public void setIgnoreFailedBuilds(boolean ignoreFailedBuilds) {
        parameters().setIgnoreFailedBuilds(ignoreFailedBuilds);
    }

    public boolean isIgnoreQualityGate() {
        return parameters().isIgnoreQualityGate();
    }

    @DataBoundSetter
    public void setIgnoreQualityGate(boolean ignoreQualityGate) {
        parameters().setIgnoreQualityGate(ignoreQualityGate);
    }

    public int getDefiniteWeight() {
        return parameters().getDefiniteWeight();
    }

    @DataBoundSetter
    public void setDefiniteWeight(int definiteWeight) {
        parameters().setDefiniteWeight(definiteWeight);
    }

    public int getPossibleWeight() {
        return parameters().getPossibleWeight();
    }

    @DataBoundSetter
    public void setPossibleWeight(int possibleWeight) {
        parameters().setPossibleWeight(possibleWeight);
    }

    public List<QualityGate> getQualityGates() {
        return parameters().getQualityGates();
    }

    @DataBoundSetter
    public void setQualityGates(@Nullable List<QualityGate> qualityGates) {
        parameters().setQualityGates(qualityGates);
    }

    public boolean isArchive() {
        return parameters().isArchive();
    }

    @DataBoundSetter
    public void setArchive(boolean archive) {
        parameters().setArchive(archive);
    }

    public boolean isArchiveRequired() {
        return parameters().isArchiveRequired();
    }

    @DataBoundSetter
    public void setArchiveRequired(boolean archiveRequired) {
        parameters().setArchiveRequired(archiveRequired);
    }

    public boolean isFailOnError() {
        return parameters().isFailOnError();
    }

    @DataBoundSetter
    public void setFailOnError(boolean failOnError) {
        parameters().setFailOnError(failOnError);
    }

    public boolean isSkipPublishingChecks() {
        return parameters().isSkipPublishingChecks();
    }

    @DataBoundSetter
    public void setSkipPublishingChecks(boolean skipPublishingChecks) {
        parameters().setSkipPublishingChecks(skipPublishingChecks);
    }

    public boolean isCache() {
        return parameters().isCache();
    }

    @DataBoundSetter
    public void setCache(boolean cache) {
        parameters().setCache(cache);
    }

    public boolean isBlame() {
        return parameters().isBlame();
    }

    @DataBoundSetter
    public void setBlame(boolean blame) {
        parameters().setBlame(blame);
    }

    public boolean isQuiet() {
        return parameters().isQuiet();
    }

    @DataBoundSetter
    public void setQuiet(boolean quiet) {
        parameters().setQuiet(quiet);
    }

    /** Announces the post-build action; in Pipeline the step of the same name comes first. */
    @Extension
    @Symbol("connleakScan")
    public static final class DescriptorImpl extends BuildStepDescriptor<Publisher> implements ScanFormMethods {
        @Override
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }

        @Override
        public String getDisplayName() {
            return Messages.ScanStep_DisplayName();
        }

        /** The help of the step, which has the same fields. */
        @Override
        public @Nullable String getHelpFile(@Nullable String field) {
            return new JenkinsFacade().helpFile(ScanStep.class, field);
        }
    }
}
