package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.leak.LeakAnalysis;
import io.jenkins.plugins.connleak.core.leak.LoweredFile;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.regex.PatternAnalysis;
import io.jenkins.plugins.connleak.core.source.FoundFile;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.ParsedFile;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.source.SourceReader;
import io.jenkins.plugins.connleak.core.source.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The first look at one file: read, searched by patterns, parsed, lowered. Neither its text nor its syntax tree is kept. One thread's own. */
final class FileScan implements Function<FoundFile, FileScan.Result> {
    private final Engine engine;
    private final PatternAnalysis patterns;
    private final LeakAnalysis analysis;
    private final ScanProgress progress;
    private final SourceReader reader;
    private final JavaSourceParser parser;
    private final JavaSourceParser whole = new JavaSourceParser();

    FileScan(ScanPlan plan, LeakAnalysis analysis, ScanProgress progress) {
        this.engine = plan.options().engine();
        this.patterns = new PatternAnalysis(plan.patterns());
        this.analysis = analysis;
        this.progress = progress;
        this.reader = plan.reader();
        this.parser = analysis.parser();
    }

    /**
     * What is kept of a file.
     *
     * @param file the file
     * @param lines its number of lines; empty if it could not be read
     * @param lowered its compact form, if the flow analysis runs and could make one
     * @param findings what the patterns found
     * @param problems what was wrong
     * @param checksum tells what was read from other contents; empty if not all of it was read
     */
    record Result(
            FoundFile file,
            Optional<Integer> lines,
            Optional<LoweredFile> lowered,
            List<Finding> findings,
            List<Problem> problems,
            OptionalLong checksum) {}

    @Override
    public Result apply(FoundFile found) {
        SourceReader.Outcome outcome = reader.read(found);
        List<Problem> problems = new ArrayList<>(outcome.problems());
        Result result = outcome.file()
                .map(source -> look(found, source, problems, outcome.checksum()))
                .orElseGet(() ->
                        new Result(found, Optional.empty(), Optional.empty(), List.of(), problems, outcome.checksum()));
        progress.fileDone(result.lines().orElse(0));
        return result;
    }

    private Result look(FoundFile found, SourceFile source, List<Problem> problems, OptionalLong checksum) {
        List<Finding> findings = new ArrayList<>();
        if (engine.usesRegex()) {
            PatternAnalysis.Result result = patterns.analyse(source);
            findings.addAll(result.findings());
            problems.addAll(result.problems());
        }
        boolean namesRules = Suppressions.mayNameRules(source);
        Optional<ParsedFile> tree =
                engine.usesFlow() ? parse(source, namesRules ? whole : parser, problems) : Optional.empty();
        if (namesRules) {
            problems.addAll(Suppressions.of(source, tree).problems());
        }
        int lines = (int) source.text().lines().count();
        return new Result(
                found, Optional.of(lines), tree.flatMap(file -> lower(file, problems)), findings, problems, checksum);
    }

    private static Optional<ParsedFile> parse(SourceFile source, JavaSourceParser parser, List<Problem> problems) {
        JavaSourceParser.Outcome parsed = parser.parse(source);
        problems.addAll(parsed.problems());
        return parsed.file();
    }

    /** An error of the analysis costs the file it happens in, not the scan. */
    private Optional<LoweredFile> lower(ParsedFile file, List<Problem> problems) {
        try {
            return Optional.of(analysis.lower(file));
        } catch (StackOverflowError e) {
            problems.add(problem(Problem.Kind.LIMIT, file, "its expressions are nested too deeply"));
        } catch (RuntimeException e) {
            problems.add(problem(Problem.Kind.INTERNAL, file, "an error in connleak, please report it: " + e));
        }
        return Optional.empty();
    }

    private static Problem problem(Problem.Kind kind, ParsedFile file, String reason) {
        return new Problem(kind, file.source().path(), 0, "The flow analysis could not look at this file: " + reason);
    }
}
