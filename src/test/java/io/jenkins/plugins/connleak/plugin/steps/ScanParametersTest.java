package io.jenkins.plugins.connleak.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.security.AnyTypePermission;
import hudson.tasks.BuildStepMonitor;
import org.junit.jupiter.api.Test;

class ScanParametersTest {
    @Test
    void takesBlankForTheDefault() {
        ScanParameters parameters = new ScanParameters();
        parameters.setId("  ");
        parameters.setEngine(null);
        parameters.setCertainty("");
        parameters.setIncludes(null);

        assertThat(parameters).usingRecursiveComparison().isEqualTo(new ScanParameters());
    }

    @Test
    void expandsEveryTextAndKeepsTheSwitches() {
        ScanParameters given = new ScanParameters();
        given.setIncludes("$X/i");
        given.setExcludes("$X/e");
        given.setEngine("$X");
        given.setRegexFile("$X/r");
        given.setIgnoreFile("$X/g");
        given.setCatalogFile("$X/c.yml");
        given.setEvidenceFiles("$X/*.log");
        given.setSourceEncoding("$X-8");
        given.setCertainty("$X");
        given.setRelease("$X.0");
        given.setBuildNumber("$X");
        given.setId("$X");
        given.setName("Of $X");
        given.setArchive(false);
        given.setArchiveRequired(true);
        given.setFailOnError(true);
        given.setQuiet(true);
        given.setBlame(true);
        given.setSkipPublishingChecks(true);

        ScanParameters expected = new ScanParameters();
        expected.setIncludes("y/i");
        expected.setExcludes("y/e");
        expected.setEngine("y");
        expected.setRegexFile("y/r");
        expected.setIgnoreFile("y/g");
        expected.setCatalogFile("y/c.yml");
        expected.setEvidenceFiles("y/*.log");
        expected.setSourceEncoding("y-8");
        expected.setCertainty("y");
        expected.setRelease("y.0");
        expected.setBuildNumber("y");
        expected.setId("y");
        expected.setName("Of y");
        expected.setArchive(false);
        expected.setArchiveRequired(true);
        expected.setFailOnError(true);
        expected.setQuiet(true);
        expected.setBlame(true);
        expected.setSkipPublishingChecks(true);
        assertThat(given.expanded(text -> text.replace("$X", "y")))
                .usingRecursiveComparison()
                .isEqualTo(expected);
    }

    @Test
    void readsARecorderOfAJobThatNamesFewParameters() {
        String xml = "<io.jenkins.plugins.connleak.plugin.steps.ScanRecorder>"
                + "<parameters><release>4.5.0</release></parameters>"
                + "</io.jenkins.plugins.connleak.plugin.steps.ScanRecorder>";

        ScanRecorder recorder = read(xml);

        assertThat(recorder.getRelease()).isEqualTo("4.5.0");
        assertThat(recorder.getEngine()).isEqualTo("flow");
        assertThat(recorder.getId()).isEqualTo("connleak");
        assertThat(recorder.getIncludes()).isEmpty();
    }

    @Test
    void readsARecorderOfAJobThatNamesNoParameters() {
        ScanRecorder recorder = read("<io.jenkins.plugins.connleak.plugin.steps.ScanRecorder/>");

        assertThat(recorder.getEngine()).isEqualTo("flow");
        assertThat(recorder.isArchive()).isTrue();
    }

    @Test
    void letsConcurrentBuildsScanAtOnce() {
        assertThat(new ScanRecorder().getRequiredMonitorService()).isEqualTo(BuildStepMonitor.NONE);
    }

    private static ScanRecorder read(String xml) {
        XStream xstream = new XStream();
        xstream.addPermission(AnyTypePermission.ANY);
        return (ScanRecorder) xstream.fromXML(xml);
    }
}
