package io.jenkins.plugins.connleak.plugin.rows;

import io.jenkins.plugins.connleak.core.export.EvidenceView;
import io.jenkins.plugins.connleak.core.export.JsonReportParts;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the index of a report from its files, which it reads from end to end, one leak at a time. */
public final class RowsBuilder {
    private static final JsonReportParts.Span NOWHERE = new JsonReportParts.Span(0, 0);

    private final RowsWriter writer = new RowsWriter();
    private final Set<String> ids = new HashSet<>();

    /** Adds leaks, silenced leaks and problems of a report. */
    public void addReport(InputStream report, Known known) throws IOException {
        JsonReportParts.read(report, new OfReport(known));
    }

    /** Adds the leaks of the report of fixed leaks. */
    public void addFixed(InputStream fixed) throws IOException {
        JsonReportParts.read(fixed, new OfFixed());
    }

    /** Adds where source lines are kept. */
    public void addSources(List<SourceSpan> sources) {
        sources.forEach(writer::addExcerpt);
    }

    /** The index of a report of so many bytes. */
    byte[] toBytes(long reportSize) throws IOException {
        return writer.toBytes(reportSize);
    }

    private Map<Column, String> texts(Finding finding, String instead) {
        Map<Column, String> texts = new EnumMap<>(Column.class);
        texts.put(Column.RULE, finding.rule().id());
        texts.put(Column.CERTAINTY, finding.certainty().id());
        texts.put(Column.KIND, finding.resource().kind().id());
        texts.put(Column.FILE, finding.place().file());
        texts.put(Column.PACKAGE, finding.place().packageName());
        texts.put(Column.CLASS, finding.place().className());
        texts.put(Column.METHOD, finding.place().method());
        texts.put(Column.TYPE, finding.resource().type());
        texts.put(Column.VARIABLE, finding.resource().variable());
        texts.put(Column.MESSAGE, finding.explanation().message());
        texts.put(Column.EVIDENCE, EvidenceView.stateOf(finding));
        texts.put(Column.ID, id(finding, instead));
        return texts;
    }

    /** The fingerprint, so that an address holds for the same leak of another build, or what stands for it where it can't. */
    private String id(Finding finding, String instead) {
        String fingerprint = finding.fingerprint().exact();
        return !fingerprint.isEmpty() && ids.add(fingerprint) ? fingerprint : instead;
    }

    private final class OfReport implements JsonReportParts.Sink {
        private final Known known;
        private int place;
        private int silencedPlace;

        OfReport(Known known) {
            this.known = known;
        }

        @Override
        public void finding(Finding finding, JsonReportParts.Span span) {
            RowState state = known.isNew(place) ? RowState.NEW : RowState.OUTSTANDING;
            Map<Column, String> texts = texts(finding, "n" + (place + 1));
            texts.put(Column.FIRST_JOB, known.firstJob(place));
            known.blame(place).ifPresent(blame -> {
                texts.put(Column.AUTHOR, blame.author());
                texts.put(Column.COMMIT, blame.commit());
                texts.put(Column.AUTHORED, blame.authored());
            });
            writer.add(new Row(state, texts, finding.place().line(), known.firstBuild(place), span));
            place++;
        }

        @Override
        public void silenced(SilencedFinding silenced, JsonReportParts.Span span) {
            silencedPlace++;
            Map<Column, String> texts = texts(silenced.finding(), "s" + silencedPlace);
            texts.put(Column.REASON, silenced.reason());
            texts.put(Column.SILENCED_BY, silenced.by().id());
            writer.add(
                    new Row(RowState.SILENCED, texts, silenced.finding().place().line(), 0, span));
        }

        @Override
        public void problem(Problem problem) {
            Map<Column, String> texts = new EnumMap<>(Column.class);
            texts.put(Column.RULE, problem.kind().id());
            texts.put(Column.FILE, problem.file());
            texts.put(Column.MESSAGE, problem.message());
            writer.add(new Row(RowState.PROBLEM, texts, problem.line(), 0, NOWHERE));
        }
    }

    private final class OfFixed implements JsonReportParts.Sink {
        private int place;

        @Override
        public void finding(Finding finding, JsonReportParts.Span span) {
            place++;
            writer.add(new Row(
                    RowState.FIXED, texts(finding, "f" + place), finding.place().line(), 0, span));
        }

        @Override
        public void silenced(SilencedFinding silenced, JsonReportParts.Span span) {
            // a report of fixed leaks has none
        }

        @Override
        public void problem(Problem problem) {
            // a report of fixed leaks has none
        }
    }
}
