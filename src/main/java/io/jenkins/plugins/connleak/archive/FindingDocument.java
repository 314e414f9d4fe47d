package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/** The document of one leak of one build. */
final class FindingDocument {
    /** Steps of a path; those in its middle are left out. */
    static final int MAX_STEPS = 100;

    static final String NEW = "new";
    static final String OUTSTANDING = "outstanding";

    private FindingDocument() {}

    /**
     * The document of the leak at {@code ordinal} of its report.
     *
     * @param build key of the build's document
     * @param expiresAfterDays when the server removes it, in days after the end of the scan; 0 for never
     */
    static Document of(String build, int ordinal, Finding finding, ArchivedResult result, int expiresAfterDays) {
        Place place = finding.place();
        List<PathStep> path = finding.explanation().path();
        Document document = ArchiveDocuments.tagged(
                        ArchiveDocuments.findingId(build, ordinal), result, expiresAfterDays)
                .append("build", build)
                .append("ordinal", ordinal)
                .append(
                        "fingerprint",
                        ArchiveDocuments.text(finding.fingerprint().exact()))
                .append("context", ArchiveDocuments.text(finding.fingerprint().context()))
                .append("rule", finding.rule().id())
                .append("certainty", finding.certainty().id())
                .append("kind", finding.resource().kind().id())
                .append("type", ArchiveDocuments.text(finding.resource().type()))
                .append("variable", ArchiveDocuments.text(finding.resource().variable()))
                .append("file", ArchiveDocuments.text(place.file()))
                .append("line", place.line())
                .append("lastLine", lastLine(place, path))
                .append("package", ArchiveDocuments.text(place.packageName()))
                .append("class", ArchiveDocuments.text(place.className()))
                .append("method", ArchiveDocuments.text(place.method()))
                .append("message", ArchiveDocuments.text(finding.explanation().message()))
                .append("hint", ArchiveDocuments.text(finding.explanation().hint()))
                .append("path", path(path))
                .append("stepsLeftOut", Math.max(0, path.size() - MAX_STEPS));
        result.context().changes().ifPresent(changes -> appendHistory(document, ordinal, changes));
        return document;
    }

    private static void appendHistory(Document document, int ordinal, ResultContext.Changes changes) {
        document.append("state", changes.added().contains(ordinal) ? NEW : OUTSTANDING);
        Optional.of(changes.firstSeen())
                .filter(known -> ordinal < known.size())
                .map(known -> known.get(ordinal))
                .ifPresent(first -> document.append(
                        "firstSeen",
                        new Document("job", ArchiveDocuments.text(first.job()))
                                .append("buildId", ArchiveDocuments.text(first.buildId()))));
    }

    /** Where the path ends in the file in which it begins. */
    private static int lastLine(Place place, List<PathStep> path) {
        return path.stream()
                .filter(step -> step.file().equals(place.file()))
                .mapToInt(PathStep::line)
                .reduce(place.line(), (before, last) -> last);
    }

    /** The beginning and the end of a path: where it is acquired and where it leaks. */
    private static List<Document> path(List<PathStep> steps) {
        if (steps.size() <= MAX_STEPS) {
            return steps.stream().map(FindingDocument::step).toList();
        }
        int half = MAX_STEPS / 2;
        return Stream.concat(steps.subList(0, half).stream(), steps.subList(steps.size() - half, steps.size()).stream())
                .map(FindingDocument::step)
                .toList();
    }

    private static Document step(PathStep step) {
        return new Document("file", ArchiveDocuments.cut(step.file(), ArchiveDocuments.MAX_SHORT_TEXT))
                .append("line", step.line())
                .append("kind", step.kind().id())
                .append("text", ArchiveDocuments.cut(step.text(), ArchiveDocuments.MAX_SHORT_TEXT));
    }
}
