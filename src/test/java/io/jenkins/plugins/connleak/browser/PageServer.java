package io.jenkins.plugins.connleak.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.connleak.core.export.HtmlReport;
import io.jenkins.plugins.connleak.core.export.LeakView;
import io.jenkins.plugins.connleak.core.export.PageTexts;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.plugin.actions.RowsCsv;
import io.jenkins.plugins.connleak.plugin.actions.RowsJson;
import io.jenkins.plugins.connleak.plugin.rows.Column;
import io.jenkins.plugins.connleak.plugin.rows.Known;
import io.jenkins.plugins.connleak.plugin.rows.RowFiles;
import io.jenkins.plugins.connleak.plugin.rows.RowQuery;
import io.jenkins.plugins.connleak.plugin.rows.RowSearch;
import io.jenkins.plugins.connleak.plugin.rows.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves, on loopback, the command line's page and the report page of Jenkins: the same scripts, style sheets and rows,
 * within a frame of its own, under the strictest policy that Jenkins enforces.
 */
final class PageServer implements AutoCloseable {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'self'";
    private static final String RESOURCES = "/io/jenkins/plugins/connleak/";
    private static final String THEME = ":root { --text-color: #14141f; --background: #fff; --card-background: #fff;"
            + " --text-color-secondary: #4d545d; --accent-color: #0b6aa2; --link-color: #0b6aa2; --red: #b0112b;"
            + " --orange: #8a4b00; --green: #14632b; --blue: #0b6aa2; --jenkins-border: 1px solid #ccc;"
            + " --section-padding: 1.5rem; }"
            + "@media (prefers-color-scheme: dark) { :root { --text-color: #eee; --background: #1d1d24;"
            + " --card-background: #26262e; --text-color-secondary: #b5b5c0; --accent-color: #79b8ff;"
            + " --link-color: #79b8ff; --red: #ff8088; --orange: #f0b050; --green: #60d080; } }"
            + "body { margin: 1rem; color: var(--text-color); background: var(--background); font: 14px sans-serif; }"
            + "table { border-collapse: collapse; width: 100%; } td, th { padding: .4rem; text-align: left; }";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final ScanReport report;
    private final Rows rows;
    private final Map<String, Finding> leaks = new HashMap<>();

    PageServer(Path folder, ScanReport report, List<Finding> fixed, Known known) throws IOException {
        this.report = report;
        this.rows = RowFiles.write(folder, report, fixed, known).rows();
        report.findings().forEach(finding -> leaks.put(finding.fingerprint().exact(), finding));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Address of a page, such as {@code report/}. */
    String address(String page) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + page;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        RowQuery query = RowQuery.of(parameters(exchange)::get);
        if (path.equals("/cli/") || path.equals("/cli-de/")) {
            send(exchange, "text/html", "", page(path.equals("/cli/") ? Locale.ENGLISH : Locale.GERMAN));
        } else if (path.equals("/report/") || path.equals("/report-de/")) {
            Locale language = path.equals("/report/") ? Locale.ENGLISH : Locale.GERMAN;
            send(exchange, "text/html", POLICY, utf8(frame(served(PageTexts.of(language)))));
        } else if (path.endsWith("/page/rows")) {
            send(exchange, "application/json", POLICY, written(out -> RowsJson.write(rows, query, out)));
        } else if (path.endsWith("/page/groups")) {
            Column column =
                    Column.ofId(parameters(exchange).getOrDefault("by", "")).orElse(Column.PACKAGE);
            send(
                    exchange,
                    "application/json",
                    POLICY,
                    written(out -> RowsJson.writeGroups(rows, query, column, true, out)));
        } else if (path.endsWith("/page/csv")) {
            send(exchange, "text/csv", POLICY, written(out -> RowsCsv.write(rows, query, out)));
        } else if (path.contains("/leak/")) {
            String id = path.replaceFirst(".*/leak/([^/]*)/", "$1");
            send(exchange, "text/html", POLICY, utf8(frame(leak(id, query))));
        } else if (path.equals("/theme.css")) {
            send(exchange, "text/css", "", utf8(THEME));
        } else {
            send(exchange, path.endsWith(".css") ? "text/css" : "text/javascript", "", resource(path));
        }
    }

    private byte[] page(Locale language) throws IOException {
        return written(out -> HtmlReport.write(report, List.of(), List.of(), PageTexts.of(language), out));
    }

    /** The root that ScanAction/index.jelly makes. */
    private String served(PageTexts texts) throws IOException {
        String tabs = "[{\"id\":\"leaks\",\"count\":" + report.findings().size()
                + "},{\"id\":\"new\",\"count\":1},{\"id\":\"fixed\",\"count\":1},{\"id\":\"problems\",\"count\":1},"
                + "{\"id\":\"packages\"},{\"id\":\"files\"},{\"id\":\"rules\"}]";
        return "<div class=\"connleak connleak-report\" data-cl-served=\"\" data-rows=\"page/rows\""
                + " data-groups=\"page/groups\" data-csv=\"page/csv\" data-tabs=\"" + escaped(tabs)
                + "\" data-texts=\"" + escaped(new ObjectMapper().writeValueAsString(texts.ofScripts()))
                + "\"></div>";
    }

    /** What LeakPage/index.jelly makes. */
    private String leak(String id, RowQuery query) {
        RowSearch search = RowSearch.of(rows, query);
        int place = search.placeOf(rows.withId(id));
        StringBuilder markup = new StringBuilder("<div data-cl-leak-page=\"\">");
        if (place > 0) {
            markup.append(link("prev", search.at(place - 1), query));
        }
        if (place + 1 < search.size()) {
            markup.append(link("next", search.at(place + 1), query));
        }
        markup.append("<div class=\"connleak connleak-article\" data-cl-report=\"\" data-cl-texts=\"{}\">");
        markup.append(new LeakView(List.of(), PageTexts.ENGLISH).html(leaks.get(id), "leak-" + id));
        return markup.append("</div></div>").toString();
    }

    private String link(String which, int row, RowQuery query) {
        return "<a rel=\"" + which + "\" href=\"../" + rows.text(row, Column.ID) + "/" + escaped(query.address())
                + "\">" + which + "</a>";
    }

    private static String frame(String content) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>report</title>"
                + "<link rel=\"icon\" href=\"data:,\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<link rel=\"stylesheet\" href=\"/theme.css\"><link rel=\"stylesheet\" href=\"/ui/report.css\">"
                + "<link rel=\"stylesheet\" href=\"/plugin/pages.css\"><script src=\"/ui/report.js\"></script>"
                + "<script src=\"/ui/treemap.js\"></script><script src=\"/plugin/pages.js\"></script></head><body>"
                + content + "</body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    private interface Content {
        void writeTo(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] written(Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.writeTo(out);
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream in = PageServer.class.getResourceAsStream(RESOURCES + path.substring(1))) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        Map<String, String> parameters = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String part : query == null ? new String[0] : query.split("&", -1)) {
            String[] pair = part.split("=", 2);
            parameters.put(pair[0], pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void send(HttpExchange exchange, String type, String policy, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
        if (!policy.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        }
        exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }
}
