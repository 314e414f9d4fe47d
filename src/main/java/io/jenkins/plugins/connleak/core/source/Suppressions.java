package io.jenkins.plugins.connleak.core.source;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a file's own text says need not be seen: {@code @SuppressWarnings("connleak")} with or without a rule behind a
 * colon, {@code @SuppressWarnings("resource")}, and the comment {@code // connleak:ignore <rule> <reason>} on the line of
 * the acquisition or on a line of its own before it. {@code "resource"} is older than connleak and does not silence the
 * pattern analysis, whose results must not depend on it.
 */
public final class Suppressions {
    private static final String ANNOTATION = "SuppressWarnings";
    private static final String COMPILER_WORD = "resource";

    private final List<Suppression> suppressions;
    private final List<Problem> problems;

    private Suppressions(List<Suppression> suppressions, List<Problem> problems) {
        this.suppressions = List.copyOf(suppressions);
        this.problems = List.copyOf(problems);
    }

    /**
     * What silences a finding.
     *
     * @param by the means
     * @param reason the reason given beside it; may be empty
     */
    public record Silence(SilencedFinding.By by, String reason) {
        public Silence {
            Objects.requireNonNull(by);
            Objects.requireNonNull(reason);
        }
    }

    /**
     * Whether a file may hold an annotation that silences something. If not, {@link #of} need not be given a syntax tree.
     */
    public static boolean wantsTree(SourceFile source) {
        String text = source.text();
        return text.contains(ANNOTATION) && (text.contains(SuppressionWords.TOOL) || text.contains(COMPILER_WORD));
    }

    /** Whether a file may hold something that names a rule, and so may misspell one. */
    public static boolean mayNameRules(SourceFile source) {
        return source.text().contains(SuppressionWords.TOOL_WITH_RULE);
    }

    /** Reads a file's suppressions; without a syntax tree only its comments. */
    public static Suppressions of(SourceFile source, Optional<ParsedFile> tree) {
        List<Suppression> suppressions = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        SuppressionWords words = new SuppressionWords(source.path(), problems);
        if (mayNameRules(source)) {
            suppressions.addAll(new SuppressionComments(words).read(source));
        }
        tree.ifPresent(file -> suppressions.addAll(new SuppressionAnnotations(words).read(file)));
        return new Suppressions(suppressions, problems);
    }

    /** What silences that finding of this file, if anything does; a comment counts before an annotation. */
    public Optional<Silence> silencing(Finding finding) {
        return suppressions.stream()
                .filter(suppression -> suppression.covers(finding))
                .map(suppression -> new Silence(suppression.by(), suppression.reason()))
                .findFirst();
    }

    /** Rules that are misspelt. */
    public List<Problem> problems() {
        return problems;
    }
}
