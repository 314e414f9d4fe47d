package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** The document of one scan of one build. */
final class BuildDocument {
    private BuildDocument() {}

    static Document of(String id, ArchivedResult result, Totals totals, int expiresAfterDays) {
        ScanReport report = result.report();
        ResultContext context = result.context();
        return ArchiveDocuments.tagged(id, result, expiresAfterDays)
                .append("url", ArchiveDocuments.text(result.build().url()))
                .append("branch", ArchiveDocuments.text(context.revision().branch()))
                .append("commit", ArchiveDocuments.text(context.revision().commit()))
                .append("startedAt", Date.from(result.finishedAt().minusMillis(result.durationMillis())))
                .append("durationMillis", result.durationMillis())
                .append("toolVersion", ArchiveDocuments.text(report.info().toolVersion()))
                .append("engine", ArchiveDocuments.text(report.info().engine()))
                .append("options", options(report.info().options()))
                .append("figures", figures(report.figures()))
                .append("problems", problems(report.problems()))
                .append("gate", ArchiveDocuments.text(context.gate()))
                .append("evidence", ArchiveDocuments.named(context.evidence()))
                .append("totals", totals.document(report.silenced().size(), context.changes()));
    }

    private static Document figures(ScanFigures figures) {
        return new Document("files", figures.files())
                .append("parsedFiles", figures.parsedFiles())
                .append("lines", figures.lines())
                .append("methods", figures.methods());
    }

    private static Document problems(List<Problem> problems) {
        Map<String, Integer> byKind = new TreeMap<>();
        problems.forEach(problem -> byKind.merge(problem.kind().id(), 1, Integer::sum));
        return new Document("all", problems.size()).append("byKind", ArchiveDocuments.named(byKind));
    }

    private static List<Document> options(Map<String, String> options) {
        return options.entrySet().stream()
                .limit(ArchiveDocuments.MAX_NAMES)
                .map(each -> new Document("name", ArchiveDocuments.cut(each.getKey(), ArchiveDocuments.MAX_SHORT_TEXT))
                        .append("value", ArchiveDocuments.text(each.getValue())))
                .toList();
    }
}
