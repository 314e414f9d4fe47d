package io.jenkins.plugins.connleak.plugin.actions;

import hudson.model.ModelObject;
import hudson.model.Run;
import io.jenkins.plugins.connleak.core.export.LeakView;
import io.jenkins.plugins.connleak.core.export.PageTexts;
import io.jenkins.plugins.connleak.core.model.Explanation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.rows.Column;
import io.jenkins.plugins.connleak.plugin.rows.RowQuery;
import io.jenkins.plugins.connleak.plugin.rows.RowSearch;
import io.jenkins.plugins.connleak.plugin.rows.RowState;
import io.jenkins.plugins.connleak.plugin.rows.Rows;
import io.jenkins.plugins.connleak.plugin.rows.RowsFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jvnet.localizer.LocaleProvider;

/**
 * The page of one leak: what leaks, the path on which it stays open, since when, and, for those who may see the workspace,
 * the source around the path. Only this leak and the lines around its path are read.
 */
public final class LeakPage implements ModelObject {
    private static final Logger LOGGER = Logger.getLogger(LeakPage.class.getName());

    /** Lines read before and after the path. */
    private static final int AROUND = 10;

    /** So much of a commit's hash is shown. */
    private static final int COMMIT_SHOWN = 10;

    private final ScanAction action;
    private final RowsFile file;
    private final Rows rows;
    private final int row;
    private final Finding finding;
    private final JenkinsFacade jenkins;

    /** The page of a row, which is read. */
    LeakPage(ScanAction action, RowsFile file, Rows rows, int row, JenkinsFacade jenkins) throws IOException {
        this.action = action;
        this.file = file;
        this.rows = rows;
        this.row = row;
        this.finding = file.finding(rows, row);
        this.jenkins = jenkins;
    }

    @Override
    public String getDisplayName() {
        return getTitle();
    }

    /** What is wrong, in a line. */
    public String getTitle() {
        return Labels.of(finding.rule());
    }

    /** The build, under the name by which Jenkins' page frame asks for it. */
    public Run<?, ?> getObject() {
        return action.getRun();
    }

    public ScanAction getAction() {
        return action;
    }

    /** What addresses call the leak. */
    public String getId() {
        return rows.text(row, Column.ID);
    }

    /** File and line, such as {@code src/Dao.java:17}. */
    public String getPlace() {
        return finding.place().file() + ":" + finding.place().line();
    }

    public boolean isNew() {
        return rows.state(row) == RowState.NEW;
    }

    public boolean isFixed() {
        return rows.state(row) == RowState.FIXED;
    }

    public boolean isSilenced() {
        return rows.state(row) == RowState.SILENCED;
    }

    /** Why it is silenced; empty if nobody said. */
    public String getReason() {
        return rows.text(row, Column.REASON);
    }

    /** Full name of the job whose build had the leak first; empty for this one. */
    public String getFirstJob() {
        return rows.text(row, Column.FIRST_JOB);
    }

    /** Number of the build that had the leak first, or 0 if that is not known. */
    public int getFirstBuild() {
        return rows.firstBuild(row);
    }

    /** Number of builds since then, if it was a build of this job. */
    public int getAge() {
        return getFirstJob().isEmpty() && getFirstBuild() > 0 ? action.getRun().getNumber() - getFirstBuild() : 0;
    }

    /** Who wrote the line of the acquisition; empty if that is not known. */
    public String getAuthor() {
        return rows.text(row, Column.AUTHOR);
    }

    /** The beginning of the commit of that. */
    public String getCommit() {
        String commit = rows.text(row, Column.COMMIT);
        return commit.substring(0, Math.min(COMMIT_SHOWN, commit.length()));
    }

    /** When that was written; null if that is not known. */
    public @Nullable Date getAuthored() {
        String authored = rows.text(row, Column.AUTHORED);
        return authored.isEmpty() ? null : Date.from(Instant.parse(authored));
    }

    /** The leak among those of the view that {@code request} came from: the one before, the one after, how many there are. */
    public Neighbours near(HttpServletRequest request) {
        return near(RowQuery.of(request::getParameter));
    }

    Neighbours near(RowQuery asked) {
        RowQuery query = asked;
        RowSearch search = RowSearch.of(rows, query);
        int place = search.placeOf(row);
        if (place < 0) {
            query = RowQuery.of(name -> name.equals("tab") ? tab() : null);
            search = RowSearch.of(rows, query);
            place = search.placeOf(row);
        }
        return new Neighbours(rows, search, place, query.address());
    }

    private String tab() {
        return rows.state(row).isOpen() ? "" : rows.state(row).id();
    }

    /** Whether the reader may see source. */
    public boolean isSourceAllowed() {
        return jenkins.maySeeSources(action.getRun().getParent());
    }

    /**
     * The leak in full as escaped markup: the path on the source, for those who may see it, and the advice. Lines that
     * can't be read are left out, and the path is still told.
     */
    public String getHtml() {
        return new LeakView(sources(), PageTexts.of(LocaleProvider.getLocale())).html(shown(), "leak-" + getId());
    }

    /** The leak without its fix, whose lines are source, for those who may not see that. */
    private Finding shown() {
        Explanation told = finding.explanation();
        return isSourceAllowed()
                ? finding
                : new Finding(
                        finding.rule(),
                        finding.certainty(),
                        finding.resource(),
                        finding.place(),
                        new Explanation(told.message(), told.path(), told.hint(), null, told.confirmation()),
                        finding.fingerprint());
    }

    /** The words of the script, as JSON. */
    public String getTexts() {
        return ReportPage.texts(PageTexts.of(LocaleProvider.getLocale()));
    }

    private List<SourceExcerpt> sources() {
        List<SourceExcerpt> found = new ArrayList<>();
        if (!isSourceAllowed() || isFixed()) {
            return found;
        }
        Map<String, IntSummaryStatistics> lines = finding.explanation().path().stream()
                .collect(
                        Collectors.groupingBy(PathStep::file, TreeMap::new, Collectors.summarizingInt(PathStep::line)));
        try {
            for (Map.Entry<String, IntSummaryStatistics> of : lines.entrySet()) {
                int first = of.getValue().getMin() - AROUND;
                int last = of.getValue().getMax() + AROUND;
                for (byte[] part : file.sources(rows, of.getKey(), first, last)) {
                    found.add(SourcesJson.read(part));
                }
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "The sources of " + action.getRun() + " can't be read");
            found.clear();
        }
        return found;
    }

    /** The leaks before and after one, in a view of the report. */
    public static final class Neighbours {
        private final Rows rows;
        private final RowSearch search;
        private final int place;
        private final String view;

        Neighbours(Rows rows, RowSearch search, int place, String view) {
            this.rows = rows;
            this.search = search;
            this.place = place;
            this.view = view;
        }

        /** Id of the leak before; empty if there is none. */
        public String getPreviousId() {
            return place > 0 ? rows.text(search.at(place - 1), Column.ID) : "";
        }

        /** Id of the leak after; empty if there is none. */
        public String getNextId() {
            return place >= 0 && place + 1 < search.size() ? rows.text(search.at(place + 1), Column.ID) : "";
        }

        /** Such as: leak 3 of 17. */
        public String getLabel() {
            return Messages.LeakPage_DisplayName(place + 1, search.size());
        }

        /** The view, as what comes after the path of an address; empty for the whole report. */
        public String getView() {
            return view;
        }
    }
}
