package io.jenkins.plugins.connleak.plugin.steps;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.reference.QualityGate;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code connleakScan(...)} in a Pipeline: scans the sources of the workspace for leaked connections and returns the
 * counts as a map. The meaning of each property is that of {@link ScanParameters}.
 */
public final class ScanStep extends Step implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ScanParameters parameters = new ScanParameters();

    @DataBoundConstructor
    public ScanStep() {
        // all properties are optional and have setters
    }

    @Override
    public StepExecution start(StepContext context) {
        return new ScanStepExecution(context, parameters);
    }

    public String getIncludes() {
        return parameters.getIncludes();
    }

    @DataBoundSetter
    public void setIncludes(@Nullable String includes) {
        parameters.setIncludes(includes);
    }

    public String getExcludes() {
        return parameters.getExcludes();
    }

    @DataBoundSetter
    public void setExcludes(@Nullable String excludes) {
        parameters.setExcludes(excludes);
    }

    public String getEngine() {
        return parameters.getEngine();
    }

    @DataBoundSetter
    public void setEngine(@Nullable String engine) {
        parameters.setEngine(engine);
    }

    public String getRegexFile() {
        return parameters.getRegexFile();
    }

    @DataBoundSetter
    public void setRegexFile(@Nullable String regexFile) {
        parameters.setRegexFile(regexFile);
    }

    public String getIgnoreFile() {
        return parameters.getIgnoreFile();
    }

    @DataBoundSetter
    public void setIgnoreFile(@Nullable String ignoreFile) {
        parameters.setIgnoreFile(ignoreFile);
    }

    public String getCatalogFile() {
        return parameters.getCatalogFile();
    }

    @DataBoundSetter
    public void setCatalogFile(@Nullable String catalogFile) {
        parameters.setCatalogFile(catalogFile);
    }

    public String getEvidenceFiles() {
        return parameters.getEvidenceFiles();
    }

    @DataBoundSetter
    public void setEvidenceFiles(@Nullable String evidenceFiles) {
        parameters.setEvidenceFiles(evidenceFiles);
    }

    public String getSourceEncoding() {
        return parameters.getSourceEncoding();
    }

    @DataBoundSetter
    public void setSourceEncoding(@Nullable String sourceEncoding) {
        parameters.setSourceEncoding(sourceEncoding);
    }

    public String getCertainty() {
        return parameters.getCertainty();
    }

    @DataBoundSetter
    public void setCertainty(@Nullable String certainty) {
        parameters.setCertainty(certainty);
    }

    public String getRelease() {
        return parameters.getRelease();
    }

    @DataBoundSetter
    public void setRelease(@Nullable String release) {
        parameters.setRelease(release);
    }

    public String getBuildNumber() {
        return parameters.getBuildNumber();
    }

    @DataBoundSetter
    public void setBuildNumber(@Nullable String buildNumber) {
        parameters.setBuildNumber(buildNumber);
    }

    public String getId() {
        return parameters.getId();
    }

    @DataBoundSetter
    public void setId(@Nullable String id) {
        parameters.setId(id);
    }

    public String getName() {
        return parameters.getName();
    }

    @DataBoundSetter
    public void setName(@Nullable String name) {
        parameters.setName(name);
    }

    public String getReferenceJob() {
        return parameters.getReferenceJob();
    }

    @DataBoundSetter
    public void setReferenceJob(@Nullable String referenceJob) {
        parameters.setReferenceJob(referenceJob);
    }

    public String getReferenceBuild() {
        return parameters.getReferenceBuild();
    }

    @DataBoundSetter
    public void setReferenceBuild(@Nullable String referenceBuild) {
        parameters.setReferenceBuild(referenceBuild);
    }

    public String getTrendChart() {
        return parameters.getTrendChart();
    }

    @DataBoundSetter
    public void setTrendChart(@Nullable String trendChart) {
        parameters.setTrendChart(trendChart);
    }

    public boolean isIgnoreFailedBuilds() {
        return parameters.isIgnoreFailedBuilds();
    }

    @DataBoundSetter
    public void setIgnoreFailedBuilds(boolean ignoreFailedBuilds) {
        parameters.setIgnoreFailedBuilds(ignoreFailedBuilds);
    }

    public boolean isIgnoreQualityGate() {
        return parameters.isIgnoreQualityGate();
    }

    @DataBoundSetter
    public void setIgnoreQualityGate(boolean ignoreQualityGate) {
        parameters.setIgnoreQualityGate(ignoreQualityGate);
    }

    public int getDefiniteWeight() {
        return parameters.getDefiniteWeight();
    }

    @DataBoundSetter
    public void setDefiniteWeight(int definiteWeight) {
        parameters.setDefiniteWeight(definiteWeight);
    }

    public int getPossibleWeight() {
        return parameters.getPossibleWeight();
    }

    @DataBoundSetter
    public void setPossibleWeight(int possibleWeight) {
        parameters.setPossibleWeight(possibleWeight);
    }

    public List<QualityGate> getQualityGates() {
        return parameters.getQualityGates();
    }

    @DataBoundSetter
    public void setQualityGates(@Nullable List<QualityGate> qualityGates) {
        parameters.setQualityGates(qualityGates);
    }

    public boolean isArchive() {
        return parameters.isArchive();
    }

    @DataBoundSetter
    public void setArchive(boolean archive) {
        parameters.setArchive(archive);
    }

    public boolean isArchiveRequired() {
        return parameters.isArchiveRequired();
    }

    @DataBoundSetter
    public void setArchiveRequired(boolean archiveRequired) {
        parameters.setArchiveRequired(archiveRequired);
    }

    public boolean isFailOnError() {
        return parameters.isFailOnError();
    }

    @DataBoundSetter
    public void setFailOnError(boolean failOnError) {
        parameters.setFailOnError(failOnError);
    }

    public boolean isSkipPublishingChecks() {
        return parameters.isSkipPublishingChecks();
    }

    @DataBoundSetter
    public void setSkipPublishingChecks(boolean skipPublishingChecks) {
        parameters.setSkipPublishingChecks(skipPublishingChecks);
    }

    public boolean isCache() {
        return parameters.isCache();
    }

    @DataBoundSetter
    public void setCache(boolean cache) {
        parameters.setCache(cache);
    }

    public boolean isBlame() {
        return parameters.isBlame();
    }

    @DataBoundSetter
    public void setBlame(boolean blame) {
        parameters.setBlame(blame);
    }

    public boolean isQuiet() {
        return parameters.isQuiet();
    }

    @DataBoundSetter
    public void setQuiet(boolean quiet) {
        parameters.setQuiet(quiet);
    }

    /** Announces the step to Pipeline. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor implements CustomDescribableModel, ScanFormMethods {
        /** Takes {@code archive: [required: true]} for what it means. */
        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            return ArchiveArgument.unfolded(arguments);
        }

        @Override
        public String getFunctionName() {
            return "connleakScan";
        }

        @Override
        public String getDisplayName() {
            return Messages.ScanStep_DisplayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, EnvVars.class, TaskListener.class);
        }
    }
}
