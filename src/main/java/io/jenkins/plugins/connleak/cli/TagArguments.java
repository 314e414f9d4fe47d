package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.archive.ArchivedResult;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import java.time.Instant;
import picocli.CommandLine.Option;

/** What a result is filed under. */
final class TagArguments {
    private static final String SCAN_ID = "connleak";

    private String job = "";
    private String release = "";
    private String buildNumber = "";

    @Option(names = "--job", order = 16, paramLabel = "NAME", description = "Job that the result is filed under.")
    void job(String given) {
        job = given;
    }

    @Option(
            names = "--release",
            order = 17,
            paramLabel = "R",
            description = "Release number that the result is filed under, such as 4.5.0.")
    void release(String given) {
        release = given;
    }

    @Option(
            names = "--build",
            order = 18,
            paramLabel = "N",
            description = "Build number that the result is filed under, such as 19.")
    void buildNumber(String given) {
        buildNumber = given;
    }

    BuildTag tag() {
        return new BuildTag(job, release, buildNumber);
    }

    /** The build for the archive: release and build number where one is given, so that a rescan replaces it; else the time. */
    ArchivedResult.BuildReference build(Instant finished) {
        String id = release.isEmpty() && buildNumber.isEmpty() ? finished.toString() : release + "/" + buildNumber;
        return new ArchivedResult.BuildReference(id, SCAN_ID, "");
    }
}
