package io.jenkins.plugins.connleak.robustness;

import io.jenkins.plugins.connleak.core.leak.Analyses;
import io.jenkins.plugins.connleak.core.leak.AnalysisResult;
import io.jenkins.plugins.connleak.core.leak.LeakAnalysis;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.ParsedFile;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes texts through parser and flow analysis, and keeps count of what came of them. One thread's own. */
final class Probe {
    private final LeakAnalysis analysis = new LeakAnalysis(ResourceCatalog.builtIn());
    private final List<JavaSourceParser> parsers = List.of(new JavaSourceParser(), analysis.parser());
    private final Map<Problem.Kind, Integer> problems = new EnumMap<>(Problem.Kind.class);
    private final List<String> failures = new ArrayList<>();
    private int texts;
    private int trees;
    private int methods;
    private int findings;
    private long slowestMillis;
    private String slowest = "";

    /** Looks at one text, its bodies read at once and when they are asked for; what may not happen is remembered under that name. */
    void look(String name, String text) throws InterruptedException {
        texts++;
        long begin = System.nanoTime();
        try {
            for (JavaSourceParser parser : parsers) {
                look(name, text, parser);
            }
        } catch (RuntimeException | StackOverflowError e) {
            failures.add(name + ": " + e + " at " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?"));
        }
        long millis = (System.nanoTime() - begin) / 1_000_000;
        if (millis > slowestMillis) {
            slowestMillis = millis;
            slowest = name;
        }
    }

    private void look(String name, String text, JavaSourceParser parser) throws InterruptedException {
        JavaSourceParser.Outcome parsed = parser.parse(new SourceFile("A.java", text));
        parsed.problems().forEach(problem -> count(name, problem));
        Optional<ParsedFile> tree = parsed.file();
        if (tree.isPresent()) {
            trees++;
            AnalysisResult result = Analyses.solve(analysis, List.of(analysis.lower(tree.get())), 1);
            result.problems().forEach(problem -> count(name, problem));
            methods += result.methods();
            findings += result.findings().size();
        } else if (parsed.problems().isEmpty()) {
            failures.add(name + ": neither a tree nor a problem");
        }
    }

    private void count(String name, Problem problem) {
        problems.merge(problem.kind(), 1, Integer::sum);
        if (problem.kind() == Problem.Kind.INTERNAL) {
            failures.add(name + ": " + problem.message());
        }
    }

    /** What may not happen: exceptions, errors of the analysis, silence. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    int methods() {
        return methods;
    }

    int findings() {
        return findings;
    }

    int count(Problem.Kind kind) {
        return problems.getOrDefault(kind, 0);
    }

    @Override
    public String toString() {
        return texts + " texts, " + trees + " trees, " + methods + " methods, " + findings + " findings, problems "
                + problems + ", slowest " + slowestMillis + " ms (" + slowest + "), failures " + failures.size();
    }
}
