package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * The documents of one result, made one after the other and never held together: its leaks, the old service's form if it
 * is wanted, and the build last.
 */
final class ResultDocuments {
    /** Days that leaks outlive their build, so that a reader who sees a build sees all of it. */
    private static final int AFTER_BUILD = 1;

    private final ArchivedResult result;
    private final Iterable<Finding> findings;
    private final DocumentOptions options;

    /** What is done with a document. */
    @FunctionalInterface
    interface Sink<E extends Exception> {
        /** Takes it. */
        void accept(Part part, Document document) throws E;
    }

    /** What a document is. */
    enum Part {
        /** One leak. */
        FINDING,
        /** The old service's form of the result. */
        LEGACY,
        /** The build: the last one. */
        BUILD
    }

    ResultDocuments(ArchivedResult result, DocumentOptions options) {
        this(result, result.report().findings(), options);
    }

    /** The documents of a result whose leaks come from somewhere else than its report. */
    ResultDocuments(ArchivedResult result, Iterable<Finding> findings, DocumentOptions options) {
        this.result = result;
        this.findings = findings;
        this.options = options;
    }

    ArchivedResult result() {
        return result;
    }

    /** Key of the build's document. */
    String id() {
        return ArchiveDocuments.id(result);
    }

    /** Hands all documents over in their order; returns the number of leaks. */
    <E extends Exception> int each(Sink<E> sink) throws E {
        String id = id();
        int days = options.retentionDays();
        Totals totals = new Totals();
        List<String> old = new ArrayList<>();
        for (Finding finding : findings) {
            sink.accept(
                    Part.FINDING,
                    FindingDocument.of(id, totals.all(), finding, result, days == 0 ? 0 : days + AFTER_BUILD));
            totals.add(finding);
            if (isLegacy() && old.size() < LegacyResult.MAX_LEAKS) {
                old.add(ArchiveDocuments.cut(legacy(finding), LegacyResult.MAX_LEAK));
            }
        }
        if (isLegacy()) {
            sink.accept(Part.LEGACY, legacy(totals.all(), old).document());
        }
        sink.accept(Part.BUILD, BuildDocument.of(id, result, totals, days));
        return totals.all();
    }

    /** The old form is found by release and build number; a result without them has none. */
    private boolean isLegacy() {
        return options.legacy()
                && !result.report().info().tag().release().isEmpty()
                && !result.report().info().tag().buildNumber().isEmpty();
    }

    private LegacyResult legacy(int total, List<String> leaks) {
        return new LegacyResult(
                result.report().info().tag().release(),
                result.report().info().tag().buildNumber(),
                total,
                leaks);
    }

    /** The leak as the old tool's log has it, after {@code JAVA : }. */
    private static String legacy(Finding finding) {
        String file = finding.place().file();
        String method = finding.place().method();
        return file.substring(file.lastIndexOf('/') + 1) + "API : "
                + (finding.rule() == LeakKind.LEGACY_PATTERN && method.isEmpty() ? "null" : method);
    }
}
