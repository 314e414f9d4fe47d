package io.jenkins.plugins.connleak.plugin.rows;

import io.jenkins.plugins.connleak.core.export.JsonReport;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Explanation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanInfo;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Reports of any size in files, and their indexes. */
public final class RowFiles {
    private RowFiles() {}

    /** The index of a report that is written into {@code folder}, and of the {@code fixed} leaks beside it. */
    public static RowsFile write(Path folder, ScanReport report, List<Finding> fixed, Known known) throws IOException {
        RowsFile.Parts parts = new RowsFile.Parts(
                folder.resolve("index"),
                folder.resolve("report.json"),
                folder.resolve("fixed.json"),
                folder.resolve("sources.json"));
        try (OutputStream out = Files.newOutputStream(parts.report())) {
            JsonReport.write(report, out);
        }
        try (OutputStream out = Files.newOutputStream(parts.fixed())) {
            JsonReport.write(report(fixed), out);
        }
        return new RowsFile(parts, builder -> {
            try (InputStream in = Files.newInputStream(parts.report())) {
                builder.addReport(in, known);
            }
            try (InputStream in = Files.newInputStream(parts.fixed())) {
                builder.addFixed(in);
            }
        });
    }

    /** A report with leaks alone. */
    public static ScanReport report(List<Finding> findings) {
        return new ScanReport(
                new ScanInfo("1.0", "flow", new BuildTag("shop", "4.5.0", "19"), Map.of()),
                new ScanFigures(1, 1, 1, 1),
                findings,
                List.of(),
                List.of());
    }

    /** So many leaks of all rules, in files of a hundred packages. */
    public static List<Finding> leaks(int count) {
        return IntStream.range(0, count)
                .mapToObj(RowFiles::leak)
                .sorted(Finding.ORDER)
                .toList();
    }

    private static Finding leak(int number) {
        LeakKind rule = LeakKind.values()[number % LeakKind.values().length];
        String type = "Dao" + number / 20;
        String module = "com.example.module" + number % 100;
        String file = "src/" + module.replace('.', '/') + "/" + type + ".java";
        int line = 10 + 7 * (number % 20);
        return new Finding(
                rule,
                number % 3 == 0 ? Certainty.POSSIBLE : Certainty.DEFINITE,
                new Resource(
                        ResourceKind.values()[number % ResourceKind.values().length],
                        "java.sql.Connection",
                        "con" + number % 17),
                new Place(file, line, module, type, "load" + number % 400 + "(Connection,long)"),
                new Explanation(
                        "con" + number % 17 + " of load" + number + " stays open when executeQuery() throws",
                        List.of(
                                new PathStep(file, line, PathStep.Kind.ACQUIRED, "getConnection()"),
                                new PathStep(file, line + 3, PathStep.Kind.THROWS, "executeQuery() may throw"),
                                new PathStep(file, line + 3, PathStep.Kind.LEAVES, "the exception leaves load()")),
                        "Open it in the head of a try."),
                new Fingerprint(
                        String.format(Locale.ROOT, "%032x", number + 1), String.format(Locale.ROOT, "%032x", number)));
    }
}
