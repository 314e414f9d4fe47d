package io.jenkins.plugins.connleak.core.source;

import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of suppressions: which rules they mean, and a problem where they mean none. */
final class SuppressionWords {
    static final String TOOL = "connleak";
    static final String TOOL_WITH_RULE = TOOL + ":";
    private static final String COMPILER_WORD = "resource";
    private static final Set<String> EVERYTHING = Set.of("all", "*");

    /** So many letters off, a word is still taken for a rule that somebody misspelt. */
    private static final int SLIPS = 2;

    private final String path;
    private final List<Problem> problems;

    SuppressionWords(String path, List<Problem> problems) {
        this.path = path;
        this.problems = problems;
    }

    static Set<LeakKind> allRules() {
        return EnumSet.allOf(LeakKind.class);
    }

    /** The rules that a value of {@code @SuppressWarnings} means; none if it is not for connleak. */
    Set<LeakKind> ofAnnotation(String value, int line) {
        if (value.equals(TOOL)) {
            return allRules();
        }
        if (value.equals(COMPILER_WORD)) {
            return EnumSet.complementOf(EnumSet.of(LeakKind.LEGACY_PATTERN));
        }
        if (!value.startsWith(TOOL_WITH_RULE)) {
            return Set.of();
        }
        String rule = value.substring(TOOL_WITH_RULE.length()).trim();
        return ofRule(rule).orElseGet(() -> misspelt(rule, line));
    }

    /** The rules of that word; empty if it names none. */
    Optional<Set<LeakKind>> ofRule(String word) {
        return EVERYTHING.contains(word)
                ? Optional.of(allRules())
                : LeakKind.ofId(word).map(EnumSet::of);
    }

    /** Whether a word that names no rule was meant to: it has a hyphen or comes close to one that does. */
    boolean isMeantForRule(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.matches("[a-z]+([-_][a-z]+)+")
                || Arrays.stream(LeakKind.values()).anyMatch(rule -> distance(lower, rule.id()) <= SLIPS);
    }

    Set<LeakKind> misspelt(String rule, int line) {
        String known = Arrays.stream(LeakKind.values()).map(LeakKind::id).collect(Collectors.joining(", "));
        problems.add(new Problem(
                Problem.Kind.SUPPRESSION,
                path,
                line,
                "There is no rule '" + rule + "', so nothing is silenced here; the rules are " + known + ", or all"));
        return Set.of();
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
