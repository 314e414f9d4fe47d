package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.Address.get;
import static io.jenkins.plugins.connleak.plugin.Address.post;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every address of the plugin. A new web method, page or object behind one needs a line here. */
final class Addresses {
    private static final String JOB = "job/shop/";
    private static final String REPORT = JOB + "1/connleak/";
    private static final String PACKAGE = "io.jenkins.plugins.connleak.plugin.";
    private static final String CONFIGURATION = "descriptorByName/" + PACKAGE + "config.ConnleakConfiguration/";
    private static final String ARCHIVE = "manage/connleak-archive/";
    private static final String MONITOR = "administrativeMonitor/" + PACKAGE + "config.ArchiveMonitor/";

    /** Parts of pages of views, with no address of their own. */
    static final Set<String> INCLUDED = Set.of("LeakColumn/column", "LeakColumn/columnHeader", "LeakPortlet/portlet");

    /** Lists of a scan's form, and a choice that only those get who may see the job's configuration. */
    private static final Map<String, String> LISTS =
            Map.of("fillEngineItems", "regex", "fillCertaintyItems", "definite", "fillTrendChartItems", "CERTAINTY");

    /** Checks of a scan's form, and what they refuse. */
    private static final Map<String, String> CHECKS = Map.of(
            "checkReferenceBuild", "x",
            "checkDefiniteWeight", "x",
            "checkPossibleWeight", "x",
            "checkId", "../x",
            "checkSourceEncoding", "no-such",
            "checkRegexFile", "../x",
            "checkIgnoreFile", "../x",
            "checkCatalogFile", "../x",
            "checkEvidenceFiles", "../x");

    private Addresses() {}

    /** All of them; {@code leak} is the id of one in the report. */
    static List<Address> all(String leak) {
        return Stream.of(
                        ofTheReport(leak),
                        ofTheJob(),
                        ofAdministrators(),
                        ofScanForms(JOB, 2),
                        ofScanForms("", 1),
                        ofGateForms(JOB, 2),
                        ofGateForms("", 1))
                .flatMap(List::stream)
                .toList();
    }

    /** Parts of pages are no pages: they answer nobody. */
    private static List<Address> ofTheReport(String leak) {
        String page = REPORT + "page/";
        return List.of(
                get(REPORT, "ScanAction/index").answers(403, 200, 200, 200).tells("page/sarif", 2),
                get(REPORT + "summary", "ScanAction/summary").answers(403, 404, 404, 404),
                get(REPORT + "api/json", "ScanAction.getApi").answers(403, 200, 200, 200),
                get(REPORT + "api/xml", "ScanAction.getApi").answers(403, 200, 200, 200),
                get(page + "rows", "ScanAction.getPage", "ReportPage.doRows").answers(403, 200, 200, 200),
                get(page + "groups?by=file", "ReportPage.doGroups").answers(403, 200, 200, 200),
                get(page + "csv", "ReportPage.doCsv").answers(403, 200, 200, 200),
                get(page + "report", "ReportPage.doReport").answers(403, 403, 200, 200),
                get(page + "sarif", "ReportPage.doSarif").answers(403, 403, 200, 200),
                get(REPORT + "leak/" + leak + "/", "ScanAction.getLeak", "LeakPage/index")
                        .answers(403, 200, 200, 200)
                        .tells("cl-line", 2),
                get(REPORT + "leak/" + leak + "/action/", "LeakPage.getAction").answers(403, 200, 200, 200),
                get(REPORT + "leak/nothing/", "ScanAction.getLeak").answers(403, 404, 404, 404),
                get(REPORT + "totals/", "ScanAction.getTotals").answers(403, 404, 404, 404),
                get(REPORT + "history/", "ScanAction.getHistory").answers(403, 404, 404, 404),
                get(REPORT + "standing/", "ScanAction.getStanding").answers(403, 404, 404, 404),
                get(REPORT + "comparison/", "ScanAction.getComparison").answers(403, 404, 404, 404),
                get(REPORT + "comparison/state/", "Comparison.getState").answers(403, 404, 404, 404),
                post(REPORT + "resetReference", "ScanAction.doResetReference").answers(403, 403, 302, 302));
    }

    private static List<Address> ofTheJob() {
        String trend = JOB + "connleak/";
        String releases = JOB + "leak-releases/";
        return List.of(
                get(trend, "TrendAction/index").answers(403, 200, 200, 200),
                get(trend + "floatingBox", "TrendAction/floatingBox").answers(403, 404, 404, 404),
                get(trend + "model", "TrendAction.doModel").answers(403, 200, 200, 200),
                get(trend + "badge.svg", "TrendAction.doBadge").answers(403, 200, 200, 200),
                post(trend + "getConfigurableBuildTrendModel", "TrendAction.getConfigurableBuildTrendModel")
                        .sends("application/x-stapler-method-invocation;charset=UTF-8", "[\"{}\"]")
                        .answers(403, 200, 200, 200),
                get(releases, "ReleasesAction/index").answers(403, 200, 200, 200),
                get(releases + "leaks", "ReleasesAction/leaks").answers(403, 404, 404, 404),
                get(releases + "edge", "ReleasesAction/edge").answers(403, 404, 404, 404),
                get(releases + "page/", "ReleasesAction.getPage").answers(403, 404, 404, 404),
                get(releases + "page/comparison/", "ReleasesPage.getComparison").answers(403, 404, 404, 404),
                get(releases + "page/comparison/changes/", "ReleasesPage$Comparison.getChanges")
                        .answers(403, 404, 404, 404),
                get(JOB + "leak-log/last", "LeakLogAction.doLast").answers(403, 200, 200, 200),
                post(JOB + "leak-log/import", "LeakLogAction.doImport")
                        .sends("text/plain", "no log")
                        .answers(403, 403, 400, 400),
                get("view/all/connleak-overview/", "OverviewAction/index").answers(403, 200, 200, 200));
    }

    private static List<Address> ofAdministrators() {
        List<Address> addresses = new ArrayList<>(List.of(
                get(ARCHIVE, "ArchiveManagement/index", "ArchiveManagement.getTarget")
                        .answers(403, 403, 403, 200),
                get(ARCHIVE + "state/", "ArchiveManagement.getState").answers(403, 403, 403, 404),
                get(ARCHIVE + "download?name=none", "ArchiveManagement.doDownload")
                        .answers(403, 403, 403, 404),
                post(ARCHIVE + "try", "ArchiveManagement.doTry").answers(403, 403, 403, 302),
                post(ARCHIVE + "retry?name=none", "ArchiveManagement.doRetry").answers(403, 403, 403, 302),
                post(ARCHIVE + "drop?name=none", "ArchiveManagement.doDrop").answers(403, 403, 403, 302),
                get(MONITOR + "message", "ArchiveMonitor/message").answers(403, 403, 403, 404),
                get(MONITOR + "state/", "ArchiveMonitor.getState").answers(403, 403, 403, 404)));
        Map.of(
                        "checkUri?value=nix&database=x", "doCheckUri",
                        "checkConnectSeconds?value=x", "doCheckConnectSeconds",
                        "checkReadSeconds?value=x", "doCheckReadSeconds",
                        "fillCredentialsIdItems?uri=&credentialsId=", "doFillCredentialsIdItems",
                        "fillDeletionPolicyItems", "doFillDeletionPolicyItems",
                        "testConnection?uri=nix&database=x&credentialsId=", "doTestConnection")
                .forEach((path, method) -> addresses.add(post(CONFIGURATION + path, "ConnleakConfiguration." + method)
                        .answers(403, 403, 403, 200)));
        return addresses;
    }

    /** Those of the step and the recorder; {@code count} of the users are told what they would choose from. */
    private static List<Address> ofScanForms(String item, int count) {
        List<Address> addresses = new ArrayList<>();
        for (String form : List.of("ScanStep", "ScanRecorder")) {
            String descriptor = item + "descriptorByName/" + PACKAGE + "steps." + form + "/";
            LISTS.forEach((path, choice) -> addresses.add(
                    form(descriptor + path, form + "." + method(path)).tells("\"" + choice + "\"", count)));
            CHECKS.forEach((path, bad) ->
                    addresses.add(form(descriptor + path + "?value=" + encoded(bad), form + "." + method(path))
                            .tells("error", count)));
        }
        return addresses;
    }

    private static List<Address> ofGateForms(String item, int count) {
        String descriptor = item + "descriptorByName/" + PACKAGE + "reference.QualityGate/";
        return List.of(
                form(descriptor + "fillTypeItems", "QualityGate.doFillTypeItems")
                        .tells("\"TOTAL\"", count),
                form(descriptor + "fillCriticalityItems", "QualityGate.doFillCriticalityItems")
                        .tells("\"UNSTABLE\"", count),
                form(descriptor + "fillRuleItems", "QualityGate.doFillRuleItems")
                        .tells("\"never-closed\"", count),
                form(descriptor + "checkThreshold?value=x", "QualityGate.doCheckThreshold")
                        .tells("error", count),
                form(descriptor + "checkRule?value=&type=RULE", "QualityGate.doCheckRule")
                        .tells("error", count));
    }

    /** A form's fields answer everybody who may read Jenkins, and tell most of them nothing. */
    private static Address form(String path, String member) {
        return post(path, member).answers(403, 200, 200, 200);
    }

    private static String method(String path) {
        return "do" + Character.toUpperCase(path.charAt(0)) + path.substring(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
