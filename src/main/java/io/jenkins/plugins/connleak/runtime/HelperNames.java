package io.jenkins.plugins.connleak.runtime;

import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.util.Locale;
import java.util.Set;

/** Methods that hand out connections rather than leak them, as far as names tell. */
final class HelperNames {
    private static final Set<String> WORDS = Set.of("connect", "open", "acquire", "borrow", "checkout", "opensession");

    private HelperNames() {}

    /** Whether the place to look at is rather this frame's caller. */
    static boolean isHelper(StackFrame frame) {
        String method = frame.method().toLowerCase(Locale.ROOT);
        return WORDS.contains(method)
                || method.endsWith("connection")
                || method.endsWith("session")
                || frame.className().endsWith("DataSource");
    }
}
