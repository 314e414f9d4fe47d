package io.jenkins.plugins.connleak.plugin.steps;

import hudson.AbortException;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.scan.Engine;
import io.jenkins.plugins.connleak.core.scan.HouseFiles;
import io.jenkins.plugins.connleak.core.scan.ScanOptions;
import io.jenkins.plugins.connleak.core.scan.SourceSelection;
import io.jenkins.plugins.connleak.plugin.actions.ScanId;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the agent is asked for: {@link ScanParameters}, checked and completed. The team's own files are still named as
 * the user names them, because only the agent can tell where they are.
 *
 * @param options all but the team's own files
 * @param regexFile regex file, relative to the workspace; empty for none
 * @param ignoreFile ignore list, relative to the workspace; empty for none
 * @param catalogFile catalog of the team's own resources, relative to the workspace; empty for none
 * @param evidenceFiles Ant-style patterns of logs of running programs in the workspace; empty for none
 */
record ScanRequest(
        ScanOptions options, String regexFile, String ignoreFile, String catalogFile, List<String> evidenceFiles)
        implements Serializable {
    /** Longest release, build number or name that is taken, in characters. */
    static final int MAX_TAG_LENGTH = 200;

    ScanRequest {
        evidenceFiles = List.copyOf(evidenceFiles);
    }

    /**
     * The build for which the result is filed.
     *
     * @param job full name of the job
     * @param number number of the build
     * @param environment the build's environment
     */
    record Origin(String job, int number, Map<String, String> environment) {}

    /** Checks and completes what the user says; the message of the exception says what is wrong and what may stand there. */
    static ScanRequest of(ScanParameters parameters, Origin origin) throws AbortException {
        checkId(parameters.getId());
        checkLength("name", parameters.getName());
        ScanOptions options = new ScanOptions(
                engine(parameters.getEngine()),
                selection(parameters),
                HouseFiles.NONE,
                certainty(parameters.getCertainty()),
                0,
                tag(parameters, origin));
        return new ScanRequest(
                options,
                parameters.getRegexFile(),
                parameters.getIgnoreFile(),
                parameters.getCatalogFile(),
                evidence(parameters.getEvidenceFiles()));
    }

    /** The options with the team's own files, as paths on the machine that scans. */
    ScanOptions withHouseFiles(HouseFiles files) {
        return new ScanOptions(
                options.engine(), options.sources(), files, options.minimum(), options.threads(), options.tag());
    }

    /** Patterns, which users separate by commas or line ends. */
    static List<String> patterns(String text) {
        return Arrays.stream(text.split("[,\\r\\n]"))
                .map(String::trim)
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }

    static Optional<Engine> engineOf(String id) {
        return Stream.of(Engine.values()).filter(one -> one.id().equals(id)).findFirst();
    }

    static Optional<Certainty> certaintyOf(String id) {
        return Stream.of(Certainty.values()).filter(one -> one.id().equals(id)).findFirst();
    }

    private static List<String> evidence(String text) throws AbortException {
        List<String> patterns = patterns(text);
        for (String pattern : patterns) {
            if (!ScanForm.isRelative(pattern)) {
                throw new AbortException("evidenceFiles: '" + pattern
                        + "' is not relative to the workspace. Name logs from the workspace's top on.");
            }
        }
        return patterns;
    }

    private static SourceSelection selection(ScanParameters parameters) {
        String encoding = parameters.getSourceEncoding();
        return new SourceSelection(
                patterns(parameters.getIncludes()),
                patterns(parameters.getExcludes()),
                encoding.isEmpty() ? null : encoding,
                SourceSelection.DEFAULT.maxFileBytes());
    }

    private static BuildTag tag(ScanParameters parameters, Origin origin) throws AbortException {
        Map<String, String> environment = origin.environment();
        String release = firstGiven(parameters.getRelease(), environment.get("REL_NO"));
        String buildNumber = firstGiven(parameters.getBuildNumber(), environment.get("BUILD_NO"));
        checkLength("release", release);
        checkLength("buildNumber", buildNumber);
        return new BuildTag(
                origin.job(), release, buildNumber.isEmpty() ? Integer.toString(origin.number()) : buildNumber);
    }

    private static String firstGiven(String parameter, @Nullable String variable) {
        if (!parameter.isEmpty()) {
            return parameter;
        }
        return variable == null ? "" : variable.trim();
    }

    private static Engine engine(String id) throws AbortException {
        return engineOf(id)
                .orElseThrow(() ->
                        new AbortException("engine: there is no '" + id + "'. It is one of flow, regex and both."));
    }

    private static Certainty certainty(String id) throws AbortException {
        return certaintyOf(id)
                .orElseThrow(() ->
                        new AbortException("certainty: there is no '" + id + "'. It is one of definite and possible."));
    }

    private static void checkId(String id) throws AbortException {
        if (!ScanId.isValid(id)) {
            throw new AbortException("id: '" + id + "' can't be one. It has 1 to " + ScanId.MAX_LENGTH
                    + " letters, digits, '_' or '-'.");
        }
    }

    private static void checkLength(String parameter, String value) throws AbortException {
        if (value.length() > MAX_TAG_LENGTH) {
            throw new AbortException(parameter + ": is " + value.length() + " characters long. At most "
                    + MAX_TAG_LENGTH + " are taken.");
        }
    }
}
