package io.jenkins.plugins.connleak.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.scan.Engine;
import io.jenkins.plugins.connleak.core.scan.HouseFiles;
import io.jenkins.plugins.connleak.core.scan.ScanOptions;
import io.jenkins.plugins.connleak.core.scan.SourceSelection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanRequestTest {
    private static final ScanRequest.Origin ORIGIN = new ScanRequest.Origin("folder/shop", 7, Map.of());

    private final ScanParameters parameters = new ScanParameters();

    @Test
    void asksForTheDefaultsWhenNothingIsGiven() throws AbortException {
        assertThat(ScanRequest.of(parameters, ORIGIN))
                .isEqualTo(new ScanRequest(
                        new ScanOptions(
                                Engine.FLOW,
                                SourceSelection.DEFAULT,
                                HouseFiles.NONE,
                                Certainty.POSSIBLE,
                                0,
                                new BuildTag("folder/shop", "", "7")),
                        "",
                        "",
                        "",
                        List.of()));
    }

    @Test
    void passesOnWhatIsGiven() throws AbortException {
        parameters.setIncludes("src/**/*.java, gen/*.java\nmore/*.java");
        parameters.setExcludes("**/test/**");
        parameters.setEngine("both");
        parameters.setCertainty("definite");
        parameters.setSourceEncoding("ISO-8859-1");
        parameters.setRegexFile("ci/regex.txt");
        parameters.setIgnoreFile("ci/ignore.txt");
        parameters.setCatalogFile("ci/catalog.yml");
        parameters.setEvidenceFiles("**/*.log,\nold/*.gz");
        parameters.setRelease("4.5.0");
        parameters.setBuildNumber("19");

        assertThat(ScanRequest.of(parameters, ORIGIN))
                .isEqualTo(new ScanRequest(
                        new ScanOptions(
                                Engine.BOTH,
                                new SourceSelection(
                                        List.of("src/**/*.java", "gen/*.java", "more/*.java"),
                                        List.of("**/test/**"),
                                        "ISO-8859-1",
                                        SourceSelection.DEFAULT.maxFileBytes()),
                                HouseFiles.NONE,
                                Certainty.DEFINITE,
                                0,
                                new BuildTag("folder/shop", "4.5.0", "19")),
                        "ci/regex.txt",
                        "ci/ignore.txt",
                        "ci/catalog.yml",
                        List.of("**/*.log", "old/*.gz")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/var/log/*.log", "a/../../*.log", "C:/logs/*.log", "logs/*.log, ../x.log"})
    void refusesLogsOutsideTheWorkspace(String patterns) {
        parameters.setEvidenceFiles(patterns);

        assertThatThrownBy(() -> ScanRequest.of(parameters, ORIGIN))
                .isInstanceOf(AbortException.class)
                .hasMessageStartingWith("evidenceFiles: '")
                .hasMessageEndingWith("' is not relative to the workspace. Name logs from the workspace's top on.");
    }

    @Test
    void takesReleaseAndBuildNumberFromTheEnvironment() throws AbortException {
        ScanRequest.Origin origin = new ScanRequest.Origin("shop", 7, Map.of("REL_NO", " 4.6.0 ", "BUILD_NO", "21"));

        assertThat(ScanRequest.of(parameters, origin).options().tag()).isEqualTo(new BuildTag("shop", "4.6.0", "21"));
    }

    @Test
    void prefersParametersToTheEnvironment() throws AbortException {
        parameters.setRelease("5.0");
        parameters.setBuildNumber("1");
        ScanRequest.Origin origin = new ScanRequest.Origin("shop", 7, Map.of("REL_NO", "4.6.0", "BUILD_NO", "21"));

        assertThat(ScanRequest.of(parameters, origin).options().tag()).isEqualTo(new BuildTag("shop", "5.0", "1"));
    }

    @Test
    void fallsBackToTheBuildsOwnNumberWhenTheVariableIsBlank() throws AbortException {
        ScanRequest.Origin origin = new ScanRequest.Origin("shop", 7, Map.of("REL_NO", " ", "BUILD_NO", " "));

        assertThat(ScanRequest.of(parameters, origin).options().tag()).isEqualTo(new BuildTag("shop", "", "7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "../x",
                "x/y",
                "ä",
                "a.b",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesAnIdThatCouldBeNoFileName(String id) {
        parameters.setId(id);

        refused("id: '" + id + "' can't be one. It has 1 to 64 letters, digits, '_' or '-'.");
    }

    @Test
    void refusesAnEngineThatIsNone() {
        parameters.setEngine("magic");

        refused("engine: there is no 'magic'. It is one of flow, regex and both.");
    }

    @Test
    void refusesACertaintyThatIsNone() {
        parameters.setCertainty("perhaps");

        refused("certainty: there is no 'perhaps'. It is one of definite and possible.");
    }

    @Test
    void refusesAReleaseThatIsTooLong() {
        parameters.setRelease("9".repeat(201));

        refused("release: is 201 characters long. At most 200 are taken.");
    }

    private void refused(String message) {
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> ScanRequest.of(parameters, ORIGIN))
                .withMessage(message);
    }
}
