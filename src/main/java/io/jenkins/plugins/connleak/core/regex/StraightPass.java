package io.jenkins.plugins.connleak.core.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first pass: a method's lines from top to bottom, what is acquired against what is released. */
final class StraightPass {
    private final FileLines lines;
    private final List<OpenMethod> found = new ArrayList<>();
    private final List<Opened> open = new ArrayList<>();
    private int method;

    StraightPass(FileLines lines) {
        this.lines = lines;
    }

    /** Runs the pass; what was found so far stays in {@link #found} if it is cut short. */
    void run() {
        for (int line = 1; line <= lines.count(); line++) {
            if (lines.startsMethod(line)) {
                closeMethod(line - 1);
                method = line;
            } else {
                open.addAll(lines.acquisition(line));
                releaseOne(line);
            }
        }
        closeMethod(lines.count());
    }

    List<OpenMethod> found() {
        return List.copyOf(found);
    }

    /**
     * At most one resource is released per line, the last that the line names. Where it names none, an acquisition
     * without a variable is dropped: this is how the patterns' first user behaved, and its results are kept.
     */
    private void releaseOne(int line) {
        List<@Nullable String> released = lines.released(open, line);
        String last = released.isEmpty() ? null : released.get(released.size() - 1);
        for (int i = open.size() - 1; i >= 0; i--) {
            if (Objects.equals(open.get(i).variable(), last)) {
                open.remove(i);
                return;
            }
        }
    }

    private void closeMethod(int lastLine) {
        if (!open.isEmpty()) {
            found.add(new OpenMethod(method, open.get(0), lastLine));
            open.clear();
        }
    }
}
