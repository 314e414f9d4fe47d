package io.jenkins.plugins.connleak.plugin.releases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** JSON with a status. It is made before the answer begins, so that a failure has a status of its own. */
final class JsonAnswer implements HttpResponse {
    private final int status;
    private final byte[] content;

    /** Writes JSON. */
    @FunctionalInterface
    interface Content {
        /** Writes it all; need not close {@code out}. */
        void writeTo(ByteArrayOutputStream out) throws IOException;
    }

    JsonAnswer(int status, Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.writeTo(out);
        this.status = status;
        this.content = out.toByteArray();
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        // What it says is nobody's to run as a script or a page.
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
