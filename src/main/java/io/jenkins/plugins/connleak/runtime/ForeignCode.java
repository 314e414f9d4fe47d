package io.jenkins.plugins.connleak.runtime;

import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeSet;

/** Tells the code of programs from that of the JDK, of pools, drivers and frameworks, by a list of packages. */
final class ForeignCode {
    private static final String LIST = "foreign-packages.txt";

    /** Names of proxies and hidden classes, which stand for no line of source. */
    private static final String PROXY = "$Proxy";

    private static final String HIDDEN = "$$Lambda";

    private final TreeSet<String> prefixes = new TreeSet<>();

    private ForeignCode() {}

    /** The list that comes with connleak. */
    static ForeignCode load() {
        ForeignCode code = new ForeignCode();
        InputStream list = Objects.requireNonNull(ForeignCode.class.getResourceAsStream(LIST), LIST);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(code.prefixes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(LIST + " can't be read", e);
        }
        return code;
    }

    /** Whether the frame is the program's own. */
    boolean isOwn(StackFrame frame) {
        String name = frame.className();
        return !name.contains(HIDDEN) && !name.contains(PROXY) && !isForeign(name);
    }

    /** The longest entry that could begin the name is the last one before it, or a shorter beginning of that. */
    private boolean isForeign(String name) {
        String candidate = prefixes.floor(name);
        while (candidate != null && !name.startsWith(candidate)) {
            int shared = 0;
            int most = Math.min(candidate.length(), name.length());
            while (shared < most && candidate.charAt(shared) == name.charAt(shared)) {
                shared++;
            }
            candidate = shared == 0 ? null : prefixes.floor(name.substring(0, shared));
        }
        return candidate != null;
    }
}
