package io.jenkins.plugins.connleak.core.regex;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.RegexFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Looks for leaks line by line with a team's patterns, in two passes. It knows no Java: a method ends where the next one
 * starts, a comment over several lines is code, and so is what looks like a comment in a string. Safe from several threads.
 */
public final class PatternAnalysis {
    private final RegexFile patterns;

    public PatternAnalysis(RegexFile patterns) {
        this.patterns = Objects.requireNonNull(patterns);
    }

    /**
     * What was found in a file.
     *
     * @param findings one per method that leaves something open, by line, without fingerprints
     * @param problems lines on which a pattern had to be stopped
     */
    public record Result(List<Finding> findings, List<Problem> problems) {
        public Result {
            findings = List.copyOf(findings);
            problems = List.copyOf(problems);
        }
    }

    /** Looks at one file. */
    public Result analyse(SourceFile source) {
        List<Problem> problems = new ArrayList<>();
        BoundedSearch search = new BoundedSearch();
        FileLines lines = new FileLines(source.lines(), patterns, search);
        StraightPass straight = new StraightPass(lines);
        LoopPass loops = new LoopPass(lines);
        try {
            straight.run();
            loops.run();
        } catch (BoundedSearch.FileLimitReached e) {
            problems.add(new Problem(
                    Problem.Kind.LIMIT,
                    source.path(),
                    0,
                    "The patterns took too much work on this file, and it was given up; exclude it or simplify them"));
        }
        problems.addAll(search.problems(source.path()));
        return new Result(new PatternFindings(source, lines).of(straight.found(), loops.found()), problems);
    }
}
