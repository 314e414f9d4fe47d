package io.jenkins.plugins.connleak.core.fix;

import io.jenkins.plugins.connleak.core.model.Fix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes of whole lines of one text: what is known of it, what goes and what comes. Line numbers are those before. */
final class LineChanges {
    /** Lines around a change that are shown with it, and by which {@code patch} finds the place. */
    private static final int CONTEXT = 3;

    private final List<String> lines;
    private final boolean lastLineHasEnd;
    private final Set<Integer> removed = new HashSet<>();
    private final Map<Integer, String> replaced = new HashMap<>();
    private final Map<Integer, List<String>> insertedBefore = new HashMap<>();

    LineChanges(List<String> lines, boolean lastLineHasEnd) {
        this.lines = lines;
        this.lastLineHasEnd = lastLineHasEnd;
    }

    /** The line as it is after all changes so far. */
    String line(int number) {
        return replaced.getOrDefault(number, lines.get(number - 1));
    }

    void replace(int number, String text) {
        replaced.put(number, text);
    }

    void remove(int number) {
        removed.add(number);
    }

    boolean isRemoved(int number) {
        return removed.contains(number);
    }

    /** The latest insertion stands last. */
    void insertBefore(int number, String text) {
        insertedBefore.computeIfAbsent(number, key -> new ArrayList<>()).add(text);
    }

    /** The inserted line of that place, to be changed by what encloses it. */
    List<String> insertedBefore(int number) {
        return insertedBefore.getOrDefault(number, List.of());
    }

    /** The whole text after the changes. */
    String text(String lineEnd) {
        StringBuilder text = new StringBuilder();
        for (int number = 1; number <= lines.size(); number++) {
            insertedBefore(number).forEach(line -> text.append(line).append(lineEnd));
            if (!removed.contains(number)) {
                text.append(line(number)).append(number < lines.size() || lastLineHasEnd ? lineEnd : "");
            }
        }
        return text.toString();
    }

    /** The changes with the lines around them. */
    List<Fix.Hunk> hunks() {
        List<Fix.Hunk> hunks = new ArrayList<>();
        int number = 1;
        while (number <= lines.size()) {
            if (!isChanged(number)) {
                number++;
                continue;
            }
            int first = Math.max(1, number - CONTEXT);
            int last = lastOfHunk(number);
            hunks.add(hunk(first, last));
            number = last + 1;
        }
        return hunks;
    }

    private boolean isChanged(int number) {
        return removed.contains(number) || replaced.containsKey(number) || insertedBefore.containsKey(number);
    }

    /** The last line of the hunk whose first change is given: no change within twice the context follows it. */
    private int lastOfHunk(int firstChange) {
        int lastChange = firstChange;
        for (int number = firstChange; number <= Math.min(lines.size(), lastChange + 2 * CONTEXT); number++) {
            if (isChanged(number)) {
                lastChange = number;
            }
        }
        return Math.min(lines.size(), lastChange + CONTEXT);
    }

    private Fix.Hunk hunk(int first, int last) {
        List<String> shown = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            added.addAll(prefixed(insertedBefore(number)));
            String old = lines.get(number - 1);
            if (removed.contains(number) || replaced.containsKey(number)) {
                shown.add(Fix.REMOVED + old);
                if (!removed.contains(number)) {
                    added.add(Fix.ADDED + line(number));
                }
            } else {
                shown.addAll(added);
                added.clear();
                shown.add(Fix.KEPT + old);
            }
        }
        shown.addAll(added);
        if (last == lines.size() && !lastLineHasEnd) {
            shown.add(Fix.NO_END);
        }
        return new Fix.Hunk(first, shown);
    }

    private static List<String> prefixed(List<String> inserted) {
        return inserted.stream().map(line -> Fix.ADDED + line).toList();
    }
}
