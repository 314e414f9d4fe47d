package io.jenkins.plugins.connleak.core.regex;

import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.spec.CountedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for patterns in the lines of one file with bounded work, counted in looks at a character and not by the clock,
 * so that the result does not depend on the machine. Where the bound is met, the line counts as one without the pattern
 * and a problem names pattern and line.
 */
final class BoundedSearch {
    /** Looks at characters for one pattern on one line: some hundredths of a second. */
    static final long LINE_LIMIT = 3_000_000;

    /** So many lines of a file may use the whole of {@link #LINE_LIMIT}; the others get {@link #REDUCED_LIMIT}. */
    static final int COSTLY_LINES = 10;

    static final long REDUCED_LIMIT = 50_000;

    /** Looks at characters for all patterns on all lines of a file: some seconds. */
    static final long FILE_LIMIT = 500_000_000;

    /** What the start of a search costs, in looks. */
    private static final long START_COST = 200;

    /** The work for the whole file is used up. */
    static final class FileLimitReached extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FileLimitReached() {
            super("the work for one file is used up", null, false, false);
        }
    }

    private record Overrun(String pattern, int firstLine, int lines) {}

    private final Map<String, Overrun> overruns = new LinkedHashMap<>();
    private long looks;
    private int costlyLines;

    /** The first hit of a pattern on a line, if there is one within the bound. */
    Optional<Matcher> find(String key, Pattern pattern, String line, int lineNumber) {
        if (looks > FILE_LIMIT) {
            throw new FileLimitReached();
        }
        CountedText text = new CountedText(line, costlyLines < COSTLY_LINES ? LINE_LIMIT : REDUCED_LIMIT);
        try {
            Matcher matcher = pattern.matcher(text);
            return matcher.find() ? Optional.of(matcher) : Optional.empty();
        } catch (CountedText.TooManyLooks | StackOverflowError e) {
            costlyLines++;
            overruns.merge(
                    key,
                    new Overrun(pattern.pattern(), lineNumber, 1),
                    (known, added) -> new Overrun(known.pattern(), known.firstLine(), known.lines() + 1));
            return Optional.empty();
        } finally {
            looks += START_COST + text.looks();
        }
    }

    /** One problem for each pattern that met its bound, at the first line where it did. */
    List<Problem> problems(String path) {
        List<Problem> problems = new ArrayList<>();
        overruns.forEach((key, overrun) -> problems.add(new Problem(
                Problem.Kind.LIMIT,
                path,
                overrun.firstLine(),
                String.format(
                        Locale.ROOT,
                        "%s backtracks too much on this line%s and was stopped; the line counts as one without it."
                                + " Simplify the pattern: %s",
                        key,
                        overrun.lines() == 1 ? "" : " and " + (overrun.lines() - 1) + " others",
                        overrun.pattern()))));
        return problems;
    }
}
