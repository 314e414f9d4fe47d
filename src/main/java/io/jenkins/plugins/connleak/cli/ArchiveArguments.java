package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.archive.BuildFilter;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which archive is read, and whose scans of it. */
final class ArchiveArguments {
    private String archive = "";
    private String job = "";
    private String scan = "";
    private String source = "";

    @Option(
            names = "--archive",
            order = 1,
            paramLabel = "URI",
            required = true,
            description = "Where the results are: mongodb://..., mongodb+srv://... or embedded:DIR, as for scan.")
    void archive(String given) {
        archive = given;
    }

    @Option(names = "--job", order = 2, paramLabel = "NAME", description = "Only this job's scans. Default: all jobs.")
    void job(String given) {
        job = given;
    }

    @Option(
            names = "--scan",
            order = 3,
            paramLabel = "ID",
            description = "Only the scans with this id, which a Jenkins job gives to each of several scans.")
    void scan(String given) {
        scan = given;
    }

    @Option(
            names = "--source",
            order = 4,
            paramLabel = "ID",
            description = "Only what this Jenkins archived; cli for scans of the command line.")
    void source(String given) {
        source = given;
    }

    /** The filter, of all releases and builds. */
    BuildFilter filter() {
        return new BuildFilter(given(source), given(job), given(scan), Optional.empty(), Optional.empty());
    }

    /** The archive; nothing is opened yet. */
    ArchiveAddress address(Surroundings surroundings) throws ConfigurationException {
        return ArchiveAddress.parse(archive, surroundings);
    }

    /** What was given, if anything was. */
    static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
