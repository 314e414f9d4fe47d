package io.jenkins.plugins.connleak.plugin.trends;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** The model of a chart, for our own script; nobody else's to run or to frame. */
final class ModelAnswer implements HttpResponse {
    private final byte[] json;

    ModelAnswer(String json) {
        this.json = json.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-cache");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
