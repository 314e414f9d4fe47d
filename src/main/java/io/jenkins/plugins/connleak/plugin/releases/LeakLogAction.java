package io.jenkins.plugins.connleak.plugin.releases;

import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Job;
import io.jenkins.plugins.connleak.archive.ArchivedResult;
import io.jenkins.plugins.connleak.core.export.LegacyAnswer;
import io.jenkins.plugins.connleak.core.export.LegacyImport;
import io.jenkins.plugins.connleak.core.export.LegacyLog;
import io.jenkins.plugins.connleak.core.export.ReportFormatException;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.scan.ToolVersion;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.actions.ReportStore;
import io.jenkins.plugins.connleak.plugin.actions.ScanId;
import io.jenkins.plugins.connleak.plugin.config.ArchiveAccess;
import io.jenkins.plugins.connleak.plugin.trends.TrendIndex;
import io.jenkins.plugins.connleak.plugin.trends.TrendPoint;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** The old service's two calls, for scripts that were written against it; it has no page. */
public final class LeakLogAction implements Action {
    /** Address of the calls below their job. */
    public static final String URL = "leak-log";

    /** Most bytes of a log. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    /** Longest release or build number, in characters. */
    static final int MAX_TAG = 200;

    /** Keeps an import apart from the job's own scans. */
    static final String SCAN_ID = "import";

    private static final Logger LOGGER = Logger.getLogger(LeakLogAction.class.getName());
    private static final int TOO_LARGE = 413;

    private final Job<?, ?> job;

    LeakLogAction(Job<?, ?> job) {
        this.job = job;
    }

    @Override
    public @Nullable String getIconFileName() {
        return null;
    }

    @Override
    public @Nullable String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    /**
     * Archives the leak log in the request's body under the release and build number of the headers {@code REL_NO} and
     * {@code BUILD_NO}, or of the query where a proxy drops headers with an underscore.
     */
    @POST
    public HttpResponse doImport(StaplerRequest2 request) throws IOException {
        job.checkPermission(Item.CONFIGURE);
        if (isForm(request)) {
            return refused("send the log as the body, with the header Content-Type: text/plain");
        }
        String release = tag(request, "REL_NO");
        String build = tag(request, "BUILD_NO");
        if (release.isEmpty() || build.isEmpty()) {
            return refused((release.isEmpty() ? "REL_NO" : "BUILD_NO")
                    + " is missing: send it as a header or in the query, such as ?REL_NO=4.5.0&BUILD_NO=19");
        }
        if (release.length() > MAX_TAG || build.length() > MAX_TAG) {
            return refused("REL_NO and BUILD_NO have at most " + MAX_TAG + " characters");
        }
        LegacyLog log;
        try (InputStream body = request.getInputStream()) {
            log = LegacyImport.read(body, MAX_BYTES);
        } catch (LegacyImport.TooLargeException e) {
            LOGGER.log(Level.FINE, e, () -> "An import into " + job.getFullName() + " is refused");
            return error(TOO_LARGE, String.valueOf(e.getMessage()));
        } catch (ReportFormatException e) {
            LOGGER.log(Level.FINE, e, () -> "An import into " + job.getFullName() + " is refused");
            return refused(String.valueOf(e.getMessage()));
        }
        return store(LegacyImport.report(
                log.leaks(), new BuildTag(job.getFullName(), release, build), ToolVersion.current()));
    }

    /** The leaks of the newest build that was scanned, as the old service answered; {@code id} chooses one of several scans. */
    @GET
    public HttpResponse doLast(@QueryParameter String id) throws IOException {
        job.checkPermission(Item.READ);
        String scan = id == null || id.isEmpty() ? ScanId.DEFAULT : id;
        List<TrendPoint> points = ScanId.isValid(scan)
                ? TrendIndex.of(job.getRootDir().toPath(), scan).read().points()
                : List.of();
        if (points.isEmpty()) {
            return error(HttpServletResponse.SC_NOT_FOUND, "no build of this job has a scan with that id");
        }
        int number = points.get(points.size() - 1).number();
        try {
            ScanReport report =
                    new ReportStore(job.getBuildDir().toPath().resolve(Integer.toString(number)), scan).readReport();
            return new JsonAnswer(HttpServletResponse.SC_OK, out -> LegacyAnswer.writeLeaks(report.findings(), out));
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "The report of " + job.getFullName() + " #" + number + " can't be read");
            return error(HttpServletResponse.SC_NOT_FOUND, "the report of build " + number + " is missing or damaged");
        }
    }

    private HttpResponse store(ScanReport report) throws IOException {
        ArchiveAccess archive = new ArchiveAccess();
        if (!archive.isConfigured()) {
            return error(
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "no archive is configured: an administrator names one in Jenkins' system configuration");
        }
        BuildTag tag = report.info().tag();
        try {
            archive.store(new ArchivedResult(
                    new JenkinsFacade().instanceId(),
                    new ArchivedResult.BuildReference(tag.release() + "/" + tag.buildNumber(), SCAN_ID, ""),
                    Instant.now(),
                    0,
                    report));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "An import into " + job.getFullName() + " was not archived");
            return error(
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "it can't be kept for the archive now; Jenkins' log has the reason. Send it again later");
        }
        ReleaseData.SHARED.forget(job, SCAN_ID);
        return new JsonAnswer(HttpServletResponse.SC_OK, out -> LegacyAnswer.writeLeaks(report.findings(), out));
    }

    private static String tag(StaplerRequest2 request, String name) {
        String header = request.getHeader(name);
        if (header != null && !header.isBlank()) {
            return header.strip();
        }
        // With a form this would read the body, which is the log.
        String parameter = request.getParameter(name);
        return parameter == null ? "" : parameter.strip();
    }

    private static boolean isForm(StaplerRequest2 request) {
        String type = request.getContentType();
        return type != null
                && (type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
                        || type.toLowerCase(Locale.ROOT).startsWith("multipart/"));
    }

    private static HttpResponse refused(String why) throws IOException {
        return error(HttpServletResponse.SC_BAD_REQUEST, why);
    }

    private static HttpResponse error(int status, String why) throws IOException {
        return new JsonAnswer(status, out -> LegacyAnswer.writeError(why, out));
    }
}
