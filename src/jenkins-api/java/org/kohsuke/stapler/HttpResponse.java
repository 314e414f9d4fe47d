package org.kohsuke.stapler;

public interface HttpResponse {
    default void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object node)
            throws java.io.IOException, jakarta.servlet.ServletException {
        throw new AssertionError("declaration");
    }
}
