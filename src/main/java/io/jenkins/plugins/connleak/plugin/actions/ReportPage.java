package io.jenkins.plugins.connleak.plugin.actions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.connleak.core.export.EvidenceView;
import io.jenkins.plugins.connleak.core.export.PageTexts;
import io.jenkins.plugins.connleak.core.export.SarifReport;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.rows.Column;
import io.jenkins.plugins.connleak.plugin.rows.RowQuery;
import io.jenkins.plugins.connleak.plugin.rows.RowState;
import io.jenkins.plugins.connleak.plugin.rows.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.jvnet.localizer.LocaleProvider;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.verb.GET;

/**
 * What the report page shows of one scan, and what its script asks for. Neither reads the report: rows come from its index,
 * a page at a time. Without a report there are still the counts, and the trouble with the report.
 */
public final class ReportPage {
    private static final Logger LOGGER = Logger.getLogger(ReportPage.class.getName());
    private static final String JSON = "application/json;charset=UTF-8";

    private final ScanAction action;
    private @Nullable Rows rows;
    private String trouble = "";

    ReportPage(ScanAction action) {
        this.action = action;
    }

    /** The build, under the name by which Jenkins' page frame asks for it. */
    public Run<?, ?> getObject() {
        return action.getRun();
    }

    /** Why there are no rows; empty if there are. */
    public String getTrouble() {
        rowsOrNull();
        return trouble;
    }

    /** The tabs that have content, as JSON for the script: their ids and how many rows they have. */
    public String getTabs() {
        Map<RowState, Integer> counts = counts();
        int added = counts.getOrDefault(RowState.NEW, 0);
        int outstanding = counts.getOrDefault(RowState.OUTSTANDING, 0);
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("leaks", added + outstanding));
        if (added > 0) {
            tabs.add(new Tab("new", added));
        }
        if (outstanding > 0 && action.getComparison().isFound()) {
            tabs.add(new Tab("outstanding", outstanding));
        }
        tabs.add(new Tab("fixed", counts.getOrDefault(RowState.FIXED, 0)));
        tabs.add(new Tab("silenced", counts.getOrDefault(RowState.SILENCED, 0)));
        tabs.add(new Tab("problems", counts.getOrDefault(RowState.PROBLEM, 0)));
        tabs.removeIf(tab -> tab.count() == 0 && !tab.id().equals("leaks"));
        if (added + outstanding > 0) {
            List.of("packages", "files", "rules").forEach(by -> tabs.add(new Tab(by, 0)));
        }
        return tabsJson(tabs);
    }

    /** Whether there is anything to list. */
    public boolean isAnything() {
        return !counts().isEmpty();
    }

    private record Tab(String id, int count) {}

    private static String tabsJson(List<Tab> tabs) {
        return json(generator -> {
            generator.writeStartArray();
            for (Tab tab : tabs) {
                generator.writeStartObject();
                generator.writeStringField("id", tab.id());
                if (tab.count() > 0 || tab.id().equals("leaks")) {
                    generator.writeNumberField("count", tab.count());
                }
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }

    /** The words of the script in the reader's language, as JSON. */
    public String getTexts() {
        return texts(PageTexts.of(LocaleProvider.getLocale()));
    }

    static String texts(PageTexts texts) {
        Map<String, String> words = new TreeMap<>(texts.ofScripts());
        return json(generator -> {
            generator.writeStartObject();
            for (Map.Entry<String, String> word : words.entrySet()) {
                generator.writeStringField(word.getKey(), word.getValue());
            }
            generator.writeEndObject();
        });
    }

    private interface Content {
        void writeTo(JsonGenerator generator) throws IOException;
    }

    private static String json(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            content.writeTo(generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
        return text.toString();
    }

    /** How the leaks are shared among the rules, for the build's page. */
    public List<Share> getRules() {
        List<Share> shares = new ArrayList<>();
        for (LeakKind rule : LeakKind.values()) {
            int count = action.getTotals().getByRule().getOrDefault(rule.id(), 0);
            if (count > 0) {
                shares.add(new Share(Labels.of(rule), count));
            }
        }
        return shares;
    }

    /** What logs of running programs say beside the leaks, as escaped markup; empty if that is nothing. */
    public String getEvidence() {
        if (action.getEvidence().isEmpty()) {
            return "";
        }
        try {
            return new EvidenceView(PageTexts.of(LocaleProvider.getLocale()))
                    .html(action.store().readEvidence());
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "The report of " + action.getRun() + " can't be read");
            return "";
        }
    }

    /** How long the scan took, in seconds. */
    public double getSeconds() {
        return action.getDurationMillis() / 1000.0;
    }

    /** A page of rows, as JSON; {@link RowQuery#of} tells the parameters. */
    @GET
    public void doRows(StaplerRequest2 request, StaplerResponse2 response) throws IOException {
        getRun().checkPermission(Item.READ);
        Rows shown = rowsOrNotFound(response);
        if (shown != null) {
            response.setContentType(JSON);
            RowsJson.write(shown, RowQuery.of(request::getParameter), response.getOutputStream());
        }
    }

    /** A page of packages, files or rules with their counts, as JSON; {@code by} says which. */
    @GET
    public void doGroups(StaplerRequest2 request, StaplerResponse2 response) throws IOException {
        getRun().checkPermission(Item.READ);
        Rows shown = rowsOrNotFound(response);
        if (shown != null) {
            String by = request.getParameter("by");
            Column column = RowsJson.grouping(by == null ? "" : by);
            response.setContentType(JSON);
            RowsJson.writeGroups(
                    shown,
                    RowQuery.of(request::getParameter),
                    column,
                    action.getComparison().isFound(),
                    response.getOutputStream());
        }
    }

    /** The rows that fit, as CSV. */
    @GET
    public void doCsv(StaplerRequest2 request, StaplerResponse2 response) throws IOException {
        getRun().checkPermission(Item.READ);
        Rows shown = rowsOrNotFound(response);
        if (shown != null) {
            attach("text/csv;charset=UTF-8", "csv", response);
            RowsCsv.write(shown, RowQuery.of(request::getParameter), response.getOutputStream());
        }
    }

    /** Whether the reader may have the whole report, which can hold lines of source in its mends. */
    public boolean isDownloadable() {
        return getTrouble().isEmpty()
                && new JenkinsFacade().maySeeSources(action.getRun().getParent());
    }

    /** The report in connleak's own form, as it is kept, for those who may see the workspace. */
    @GET
    public void doReport(StaplerRequest2 request, StaplerResponse2 response) throws IOException {
        getRun().checkPermission(Item.READ);
        getRun().getParent().checkPermission(Item.WORKSPACE);
        if (rowsOrNotFound(response) != null) {
            attach(JSON, "json", response);
            try (InputStream report = action.store().open()) {
                report.transferTo(response.getOutputStream());
            }
        }
    }

    /** The report as SARIF, for those who may see the workspace. */
    @GET
    public void doSarif(StaplerRequest2 request, StaplerResponse2 response) throws IOException {
        getRun().checkPermission(Item.READ);
        getRun().getParent().checkPermission(Item.WORKSPACE);
        if (rowsOrNotFound(response) != null) {
            attach("application/sarif+json;charset=UTF-8", "sarif", response);
            SarifReport.copy(action.store()::open, response.getOutputStream());
        }
    }

    /** The build whose reader has to be allowed to. */
    private Run<?, ?> getRun() {
        return action.getRun();
    }

    private void attach(String type, String ending, StaplerResponse2 response) {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + action.getUrlName() + "-"
                        + action.getRun().getNumber() + "." + ending + "\"");
    }

    private @Nullable Rows rowsOrNotFound(StaplerResponse2 response) throws IOException {
        Rows found = rowsOrNull();
        if (found == null) {
            response.sendError(404, trouble);
        }
        return found;
    }

    private @Nullable Rows rowsOrNull() {
        if (rows == null && trouble.isEmpty()) {
            try {
                rows = action.rowsFile().rows();
            } catch (IOException e) {
                LOGGER.log(Level.FINE, e, () -> "The report of " + action.getRun() + " can't be read");
                trouble = Messages.ScanAction_unreadable(ReportStore.reportName(action.getId()));
            }
        }
        return rows;
    }

    private Map<RowState, Integer> counts() {
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        Rows shown = rowsOrNull();
        for (int row = 0; shown != null && row < shown.size(); row++) {
            counts.merge(shown.state(row), 1, Integer::sum);
        }
        return counts;
    }

    /** One part of the total. */
    public static final class Share {
        private final String label;
        private final int count;

        Share(String label, int count) {
            this.label = label;
            this.count = count;
        }

        public String getLabel() {
            return label;
        }

        public int getCount() {
            return count;
        }
    }
}
