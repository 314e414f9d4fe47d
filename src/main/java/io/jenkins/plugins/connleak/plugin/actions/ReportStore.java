package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.export.JsonReport;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.plugin.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The files of one scan in its build's folder: the report, and the source lines its pages show. They go when the build
 * goes. Their names can't meet those of another scan, because no id has a dot in it.
 */
public final class ReportStore {
    private final Path report;
    private final Path sources;

    /** The files of scan {@code id} in the folder of its build. */
    public ReportStore(Path buildFolder, String id) {
        this.report = buildFolder.resolve(reportName(id));
        this.sources = buildFolder.resolve("connleak-" + id + ".sources.json");
    }

    /** Name of the report's file. */
    public static String reportName(String id) {
        return "connleak-" + id + ".json";
    }

    /** Writes both files, each at once or not at all; the report last, so that where it is the sources are too. */
    public void write(ScanOutcome outcome) throws IOException {
        AtomicFiles.write(sources, out -> SourcesJson.write(outcome.excerpts(), out));
        AtomicFiles.write(report, out -> JsonReport.write(outcome.report(), out));
    }

    /** Reads the report; the exception says what is wrong with its file. */
    public ScanReport readReport() throws IOException {
        try (InputStream in = Files.newInputStream(report)) {
            return JsonReport.read(in);
        }
    }

    /** Reads the kept lines of those files. */
    public List<SourceExcerpt> readSources(Set<String> files) throws IOException {
        try (InputStream in = Files.newInputStream(sources)) {
            return SourcesJson.read(in, files);
        }
    }
}
