package org.kohsuke.stapler;

import org.jspecify.annotations.Nullable;

public class Stapler extends jakarta.servlet.http.HttpServlet {
    public static @Nullable StaplerRequest2 getCurrentRequest2() {
        throw new AssertionError("declaration");
    }
}
