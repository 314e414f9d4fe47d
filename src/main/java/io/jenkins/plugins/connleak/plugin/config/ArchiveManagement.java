package io.jenkins.plugins.connleak.plugin.config;

import hudson.Extension;
import hudson.model.ManagementLink;
import io.jenkins.plugins.connleak.archive.Spool;
import io.jenkins.plugins.connleak.archive.SpoolEntry;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.Messages;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** The page for administrators on which they see what waits for the archive and deal with what it refused. */
@Extension
public final class ArchiveManagement extends ManagementLink implements StaplerProxy {
    private static final JenkinsFacade JENKINS = new JenkinsFacade();

    @Override
    public String getIconFileName() {
        return "symbol-connleak plugin-connleak";
    }

    @Override
    public String getDisplayName() {
        return Messages.ArchiveManagement_DisplayName();
    }

    @Override
    public String getDescription() {
        return Messages.ArchiveManagement_description();
    }

    @Override
    public String getUrlName() {
        return "connleak-archive";
    }

    @Override
    public Category getCategory() {
        return Category.TROUBLESHOOTING;
    }

    @Override
    public Object getTarget() {
        JENKINS.checkAdminister();
        return this;
    }

    /** What the page shows. */
    public ArchiveState getState() {
        return ArchiveState.readAll();
    }

    /** Tries again at once. */
    @POST
    public HttpResponse doTry() throws IOException {
        JENKINS.checkAdminister();
        ArchiveService.get().writer().hurry();
        return HttpResponses.redirectToDot();
    }

    /** Puts an entry that lies aside back; all of them if no name is given. */
    @POST
    public HttpResponse doRetry(@QueryParameter String name) throws IOException {
        JENKINS.checkAdminister();
        Spool spool = ArchiveService.get().spool();
        for (SpoolEntry entry : spool.aside()) {
            if (name.isEmpty() || entry.name().equals(name)) {
                spool.retry(entry.name());
            }
        }
        ArchiveService.get().writer().hurry();
        return HttpResponses.redirectToDot();
    }

    /** Throws an entry away, whether it waits or lies aside. */
    @POST
    public HttpResponse doDrop(@QueryParameter String name) throws IOException {
        JENKINS.checkAdminister();
        Spool spool = ArchiveService.get().spool();
        spool.drop(name);
        spool.remove(name);
        return HttpResponses.redirectToDot();
    }

    /** An entry's documents as relaxed extended JSON, one a line; of a damaged one those that can be read. */
    @GET
    public void doDownload(StaplerRequest2 request, StaplerResponse2 response, @QueryParameter String name)
            throws IOException {
        JENKINS.checkAdminister();
        Spool spool = ArchiveService.get().spool();
        Optional<SpoolEntry> found = Stream.concat(spool.aside().stream(), spool.waiting().stream())
                .filter(entry -> entry.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            response.setStatus(404);
            return;
        }
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Disposition", "attachment; filename=\"connleak-" + name + ".ndjson\"");
        Writer out = response.getWriter();
        spool.print(found.get(), out);
    }
}
