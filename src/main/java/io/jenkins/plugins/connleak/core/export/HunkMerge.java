package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.Fix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Hunks of one file that change different lines, but may show the same lines around them, made into hunks that don't. */
final class HunkMerge {
    private final TreeMap<Integer, String> known = new TreeMap<>();
    private final Set<Integer> removed = new HashSet<>();
    private final Map<Integer, List<String>> addedBefore = new HashMap<>();
    private int withoutEnd;

    void add(Fix.Hunk hunk) {
        int number = hunk.firstLine();
        for (String line : hunk.lines()) {
            char sign = line.charAt(0);
            if (sign == Fix.ADDED) {
                addedBefore.computeIfAbsent(number, key -> new ArrayList<>()).add(line);
            } else if (sign == Fix.KEPT || sign == Fix.REMOVED) {
                known.put(number, line.substring(1));
                if (sign == Fix.REMOVED) {
                    removed.add(number);
                }
                number++;
            } else {
                withoutEnd = number - 1;
            }
        }
    }

    List<Fix.Hunk> hunks() {
        List<Fix.Hunk> hunks = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>(known.keySet());
        int first = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            if (i == numbers.size() || numbers.get(i) != numbers.get(i - 1) + 1) {
                hunks.add(hunk(numbers.get(first), numbers.get(i - 1)));
                first = i;
            }
        }
        return hunks;
    }

    private Fix.Hunk hunk(int first, int last) {
        List<String> lines = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            added.addAll(addedBefore.getOrDefault(number, List.of()));
            if (removed.contains(number)) {
                lines.add(Fix.REMOVED + known.get(number));
            } else {
                lines.addAll(added);
                added.clear();
                lines.add(Fix.KEPT + known.get(number));
            }
        }
        lines.addAll(added);
        if (last == withoutEnd) {
            lines.add(Fix.NO_END);
        }
        return new Fix.Hunk(first, lines);
    }
}
