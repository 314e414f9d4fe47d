package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.HousePatterns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of a file on which the team's regex file sees an acquisition or may see a release.
 *
 * @param acquired by line: the variable acquired
 * @param text by line: the text, for the question whether it releases some variable
 * @param patterns the team's patterns
 */
record HouseLines(Map<Integer, String> acquired, Map<Integer, String> text, Optional<HousePatterns> patterns) {
    static final HouseLines NONE = new HouseLines(Map.of(), Map.of(), Optional.empty());

    /** Looks at every line of a file; a pattern that was given up is a problem at the first line where it was. */
    static HouseLines of(SourceFile source, HousePatterns patterns, List<Problem> problems) {
        List<String> lines = source.lines();
        Map<Integer, String> acquired = new HashMap<>();
        Map<Integer, String> text = new HashMap<>();
        Optional<Problem> overrun = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int number = i + 1;
            if (line.indexOf('(') >= 0) {
                HousePatterns.Acquisition acquisition = patterns.acquiredBy(line);
                acquisition.variable().ifPresent(variable -> acquired.put(number, variable));
                overrun = overrun.or(() -> acquisition
                        .complaint()
                        .map(message -> new Problem(Problem.Kind.LIMIT, source.path(), number, message)));
                text.put(number, line);
            }
        }
        overrun.ifPresent(problems::add);
        return new HouseLines(acquired, text, Optional.of(patterns));
    }

    boolean acquires(int line, String variable) {
        return variable.equals(acquired.get(line));
    }

    boolean releases(int line, String variable) {
        return patterns.isPresent()
                && !variable.isEmpty()
                && text.containsKey(line)
                && patterns.get().releases(text.get(line), variable);
    }
}
