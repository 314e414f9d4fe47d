package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.export.JsonReport;
import io.jenkins.plugins.connleak.core.export.JsonReportParts;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.plugin.AtomicFiles;
import io.jenkins.plugins.connleak.plugin.blame.Blame;
import io.jenkins.plugins.connleak.plugin.rows.Known;
import io.jenkins.plugins.connleak.plugin.rows.RowsBuilder;
import io.jenkins.plugins.connleak.plugin.rows.RowsFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The files of one scan in its build's folder: the report, the source lines its pages show, what is known of its leaks from
 * other builds, who wrote them, and an index of all of that for the pages. They go when the build goes. Their names can't meet those of another scan, because no id has a dot in it.
 */
public final class ReportStore {
    private static final Logger LOGGER = Logger.getLogger(ReportStore.class.getName());

    private final Path report;
    private final Path sources;
    private final Path history;
    private final Path fixed;
    private final Path blames;
    private final Path index;

    /** The files of scan {@code id} in the folder of its build. */
    public ReportStore(Path buildFolder, String id) {
        this.report = buildFolder.resolve(reportName(id));
        this.sources = buildFolder.resolve("connleak-" + id + ".sources.json");
        this.history = buildFolder.resolve("connleak-" + id + ".history.json");
        this.fixed = buildFolder.resolve("connleak-" + id + ".fixed.json");
        this.blames = buildFolder.resolve("connleak-" + id + ".blame.json");
        this.index = buildFolder.resolve("connleak-" + id + ".rows");
    }

    /** Name of the report's file. */
    public static String reportName(String id) {
        return "connleak-" + id + ".json";
    }

    /** Writes all files, each at once or not at all; the report last, so that where it is the others are too. */
    public void write(ScanOutcome outcome, LeakFacts facts) throws IOException {
        LeakHistory known = facts.history();
        if (!facts.blames().isEmpty()) {
            AtomicFiles.write(blames, out -> BlameJson.write(facts.blames(), out));
        }
        AtomicFiles.write(history, out -> HistoryJson.write(known, out));
        if (!known.fixed().isEmpty()) {
            ScanReport gone = new ScanReport(
                    outcome.report().info(), new ScanFigures(0, 0, 0, 0), known.fixed(), List.of(), List.of());
            AtomicFiles.write(fixed, out -> JsonReport.write(gone, out));
        }
        write(outcome);
        try {
            rows(outcome.report().findings().size()).make();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The index " + index + " is made when somebody looks at the report");
        }
    }

    /** Writes all files of a scan of whose lines nobody knows who wrote them. */
    public void write(ScanOutcome outcome, LeakHistory known) throws IOException {
        write(outcome, new LeakFacts(known, Map.of()));
    }

    /** Writes report and sources of a scan of which nothing is known from other builds. */
    public void write(ScanOutcome outcome) throws IOException {
        AtomicFiles.write(sources, out -> SourcesJson.write(outcome.excerpts(), out));
        AtomicFiles.write(report, out -> JsonReport.write(outcome.report(), out));
    }

    /** The rows of the tables of the report, which has so many leaks. */
    RowsFile rows(int leaks) {
        return new RowsFile(new RowsFile.Parts(index, report, fixed, sources), builder -> fill(builder, leaks));
    }

    private void fill(RowsBuilder builder, int leaks) throws IOException {
        Known known = known(leaks);
        try (InputStream in = Files.newInputStream(report)) {
            builder.addReport(in, known);
        }
        if (Files.exists(fixed)) {
            try (InputStream in = Files.newInputStream(fixed)) {
                builder.addFixed(in);
            }
        }
        try (InputStream in = Files.newInputStream(sources)) {
            builder.addSources(SourcesJson.spans(in));
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "The source lines " + sources + " can't be read; leaks are shown without");
        }
    }

    private Known known(int leaks) {
        return new KnownLeaks(new LeakFacts(history(leaks), readBlames(leaks)));
    }

    private LeakHistory history(int leaks) {
        try (InputStream in = Files.newInputStream(history)) {
            return HistoryJson.read(in, leaks, List.of());
        } catch (NoSuchFileException e) {
            return LeakHistory.UNKNOWN;
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "The history " + history + " can't be read; no leak is new");
            return LeakHistory.UNKNOWN;
        }
    }

    /** Reads who wrote the report's leaks, of which there are so many, by their places; nothing if that was not kept. */
    public Map<Integer, Blame> readBlames(int leaks) {
        try (InputStream in = Files.newInputStream(blames)) {
            return BlameJson.read(in, leaks);
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "The authors " + blames + " can't be read; leaks are shown without");
            return Map.of();
        }
    }

    /** The report as it stands, to be closed by who reads it. */
    InputStream open() throws IOException {
        return Files.newInputStream(report);
    }

    /** Reads the report; the exception says what is wrong with its file. */
    public ScanReport readReport() throws IOException {
        try (InputStream in = Files.newInputStream(report)) {
            return JsonReport.read(in);
        }
    }

    /** Reads what logs of running programs say beside the leaks, which are passed over. */
    RuntimeEvidence readEvidence() throws IOException {
        try (InputStream in = Files.newInputStream(report)) {
            return JsonReportParts.evidence(in);
        }
    }

    /**
     * Reads what is known from other builds of the report's leaks, of which there are so many; {@link
     * LeakHistory#UNKNOWN} if nothing was kept.
     */
    public LeakHistory readHistory(int leaks) throws IOException {
        try (InputStream in = Files.newInputStream(history)) {
            return HistoryJson.read(in, leaks, readFixed());
        } catch (NoSuchFileException e) {
            return LeakHistory.UNKNOWN;
        }
    }

    private List<Finding> readFixed() throws IOException {
        if (!Files.exists(fixed)) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(fixed)) {
            return JsonReport.read(in).findings();
        }
    }

    /** Reads the kept lines of those files. */
    public List<SourceExcerpt> readSources(Set<String> files) throws IOException {
        try (InputStream in = Files.newInputStream(sources)) {
            return SourcesJson.read(in, files);
        }
    }
}
