package io.jenkins.plugins.connleak.core.source;

import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code // connleak:ignore <rule> <reason>}. */
final class SuppressionComments {
    private static final Pattern COMMENT =
            Pattern.compile("\\s*" + SuppressionWords.TOOL + ":\\s*ignore\\b[\\s:]*(\\S*)\\s*(.*)", Pattern.DOTALL);

    /** How code ends that is complete with its line. */
    private static final Pattern COMPLETE = Pattern.compile("[;{}]\\s*$");

    private final SuppressionWords words;

    SuppressionComments(SuppressionWords words) {
        this.words = words;
    }

    List<Suppression> read(SourceFile source) {
        CodeText text = CodeText.of(source.text());
        List<String> code = text.lines();
        Set<Integer> commentLines = new HashSet<>();
        text.lineComments().forEach(comment -> commentLines.add(comment.line()));
        List<Suppression> suppressions = new ArrayList<>();
        for (CodeText.LineComment comment : text.lineComments()) {
            Matcher matcher = COMMENT.matcher(comment.text());
            if (matcher.matches()) {
                read(matcher, comment.line(), lastLine(comment.line(), code, commentLines))
                        .ifPresent(suppressions::add);
            }
        }
        return suppressions;
    }

    private Optional<Suppression> read(Matcher comment, int first, int last) {
        String word = comment.group(1);
        Optional<Set<LeakKind>> rules = words.ofRule(word);
        if (rules.isEmpty() && words.isMeantForRule(word)) {
            words.misspelt(word, first);
            return Optional.empty();
        }
        String reason = rules.isPresent() ? comment.group(2) : word + " " + comment.group(2);
        return Optional.of(new Suppression(
                new Suppression.Lines(first, last),
                Set.of(),
                rules.orElseGet(SuppressionWords::allRules),
                SilencedFinding.By.COMMENT,
                reason.trim()));
    }

    /** Behind complete code a comment speaks of its own line only; else of the next line that is not another comment. */
    private static int lastLine(int line, List<String> code, Set<Integer> commentLines) {
        if (COMPLETE.matcher(code.get(line - 1)).find()) {
            return line;
        }
        int next = line + 1;
        while (next <= code.size()
                && commentLines.contains(next)
                && code.get(next - 1).isBlank()) {
            next++;
        }
        return next;
    }
}
