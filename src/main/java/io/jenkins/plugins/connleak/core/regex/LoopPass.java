package io.jenkins.plugins.connleak.core.regex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The second pass: only what is acquired within a loop, which must be released before the loop ends. */
final class LoopPass {
    private final FileLines lines;
    private final Map<Integer, OpenMethod> found = new LinkedHashMap<>();
    private final List<Opened> open = new ArrayList<>();
    private int method;
    private boolean inLoop;
    private int depth;

    LoopPass(FileLines lines) {
        this.lines = lines;
    }

    /** Runs the pass; what was found so far stays in {@link #found} if it is cut short. The end of the file reports nothing. */
    void run() {
        for (int line = 1; line <= lines.count(); line++) {
            if (lines.isBlank(line)) {
                continue;
            }
            if (lines.startsMethod(line)) {
                closeMethodOrLoop(line - 1);
                method = line;
                depth = 0;
            } else {
                visit(line);
            }
        }
    }

    /** A method is found once, however many of its loops leave something open. */
    List<OpenMethod> found() {
        return List.copyOf(found.values());
    }

    private void visit(int line) {
        inLoop = inLoop || lines.startsLoop(line);
        if (inLoop) {
            countBraces(line);
        }
        if (inLoop) {
            open.addAll(lines.acquisition(line));
            List<@Nullable String> released = lines.released(open, line);
            open.removeIf(resource -> released.contains(resource.variable()));
        }
    }

    /** One level up and one down per line at most; a closing brace ends the loop where no level is left, even if none was. */
    private void countBraces(int line) {
        String code = lines.code(line);
        if (code.contains("{")) {
            depth++;
        }
        if (code.contains("}")) {
            depth = Math.max(0, depth - 1);
            if (depth == 0) {
                closeMethodOrLoop(line);
            }
        }
    }

    private void closeMethodOrLoop(int lastLine) {
        inLoop = false;
        if (!open.isEmpty()) {
            found.putIfAbsent(method, new OpenMethod(method, open.get(0), lastLine));
            open.clear();
        }
    }
}
