package io.jenkins.plugins.connleak.plugin.steps;

import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the form of a scan asks the server for, as step and as post-build action: choices, and whether a value can be used. */
public interface ScanFormMethods {
    @POST
    default ListBoxModel doFillEngineItems(@AncestorInPath @Nullable Item item) {
        return ScanForm.mayConfigure(item) ? ScanForm.engines() : new ListBoxModel();
    }

    @POST
    default ListBoxModel doFillCertaintyItems(@AncestorInPath @Nullable Item item) {
        return ScanForm.mayConfigure(item) ? ScanForm.certainties() : new ListBoxModel();
    }

    @POST
    default ListBoxModel doFillTrendChartItems(@AncestorInPath @Nullable Item item) {
        return ScanForm.mayConfigure(item) ? ScanForm.trendCharts() : new ListBoxModel();
    }

    @POST
    default FormValidation doCheckReferenceBuild(@AncestorInPath @Nullable Item item, @QueryParameter String value) {
        return ScanForm.mayConfigure(item) ? ScanForm.checkNumber(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckDefiniteWeight(@AncestorInPath @Nullable Item item, @QueryParameter String value) {
        return ScanForm.mayConfigure(item) ? ScanForm.checkWeight(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckPossibleWeight(@AncestorInPath @Nullable Item item, @QueryParameter String value) {
        return ScanForm.mayConfigure(item) ? ScanForm.checkWeight(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckId(@AncestorInPath @Nullable Item item, @QueryParameter String value) {
        return ScanForm.mayConfigure(item) ? ScanForm.checkId(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckSourceEncoding(@AncestorInPath @Nullable Item item, @QueryParameter String value) {
        return ScanForm.mayConfigure(item) ? ScanForm.checkEncoding(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckRegexFile(@AncestorInPath @Nullable Item item, @QueryParameter String value) {
        return ScanForm.mayConfigure(item) ? ScanForm.checkRelative(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckIgnoreFile(@AncestorInPath @Nullable Item item, @QueryParameter String value) {
        return ScanForm.mayConfigure(item) ? ScanForm.checkRelative(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckEvidenceFiles(@AncestorInPath @Nullable Item item, @QueryParameter String value) {
        return ScanForm.mayConfigure(item) ? ScanForm.checkPatterns(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckCatalogFile(@AncestorInPath @Nullable Item item, @QueryParameter String value) {
        return ScanForm.mayConfigure(item) ? ScanForm.checkRelative(value) : FormValidation.ok();
    }
}
