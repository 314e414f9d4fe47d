package io.jenkins.plugins.connleak.corpus;

import java.util.ArrayList;
import java.util.List;

/** Generated programs for tests elsewhere, indented as people do it. */
public final class Programs {
    private Programs() {}

    /** The program of that seed. */
    public static String text(String className, long seed) {
        List<String> text = new ArrayList<>();
        int depth = 0;
        for (String line : ProgramGenerator.program(className, seed)) {
            for (String part : line.split("\n", -1)) {
                String bare = part.strip();
                int opened = (int) bare.chars().filter(c -> c == '{').count();
                int closed = (int) bare.chars().filter(c -> c == '}').count();
                int outdent = bare.startsWith("}") ? 1 : 0;
                text.add("    ".repeat(Math.max(0, depth - outdent)) + bare);
                depth += opened - closed;
            }
        }
        return String.join("\n", text) + "\n";
    }
}
