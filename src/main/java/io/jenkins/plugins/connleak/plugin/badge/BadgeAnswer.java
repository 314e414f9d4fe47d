package io.jenkins.plugins.connleak.plugin.badge;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A badge as a picture that is asked for again each time, and sent again only when it changed. */
public final class BadgeAnswer implements HttpResponse {
    private final byte[] svg;

    public BadgeAnswer(Badge badge) {
        this.svg = BadgeSvg.draw(badge).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, @Nullable Object node)
            throws IOException {
        String tag = tag();
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Vary", "Accept-Language, Cookie, Authorization");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("image/svg+xml;charset=UTF-8");
        response.setContentLength(svg.length);
        response.getOutputStream().write(svg);
    }

    private String tag() {
        CRC32 sum = new CRC32();
        sum.update(svg);
        return "\"" + Long.toHexString(sum.getValue()) + "-" + svg.length + "\"";
    }
}
