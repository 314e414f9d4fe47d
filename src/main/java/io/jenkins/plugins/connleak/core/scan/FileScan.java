package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.leak.LeakAnalysis;
import io.jenkins.plugins.connleak.core.leak.LoweredFile;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.FoundFile;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.source.SourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The first look at one file: read, parsed, lowered. Neither its text nor its syntax tree is kept. One thread's own. */
final class FileScan implements Function<FoundFile, FileScan.Result> {
    private final ScanPlan plan;
    private final LeakAnalysis analysis;
    private final ScanProgress progress;
    private final SourceReader reader;
    private final JavaSourceParser parser = new JavaSourceParser();

    FileScan(ScanPlan plan, LeakAnalysis analysis, ScanProgress progress) {
        this.plan = plan;
        this.analysis = analysis;
        this.progress = progress;
        this.reader = plan.reader();
    }

    /**
     * What is kept of a file.
     *
     * @param file the file
     * @param read whether it could be read
     * @param lines its number of lines
     * @param lowered its compact form, if the flow analysis runs and could make one
     * @param problems what was wrong
     */
    record Result(FoundFile file, boolean read, int lines, Optional<LoweredFile> lowered, List<Problem> problems) {}

    @Override
    public Result apply(FoundFile found) {
        SourceReader.Outcome outcome = reader.read(found);
        List<Problem> problems = new ArrayList<>(outcome.problems());
        Result result = outcome.file()
                .map(source -> look(found, source, problems))
                .orElseGet(() -> new Result(found, false, 0, Optional.empty(), problems));
        progress.fileDone(result.lines());
        return result;
    }

    private Result look(FoundFile found, SourceFile source, List<Problem> problems) {
        int lines = (int) source.text().lines().count();
        Optional<LoweredFile> lowered = plan.options().engine().usesFlow() ? lower(source, problems) : Optional.empty();
        return new Result(found, true, lines, lowered, problems);
    }

    private Optional<LoweredFile> lower(SourceFile source, List<Problem> problems) {
        JavaSourceParser.Outcome parsed = parser.parse(source);
        problems.addAll(parsed.problems());
        try {
            return parsed.file().map(analysis::lower);
        } catch (StackOverflowError e) {
            problems.add(problem(Problem.Kind.LIMIT, source, "its expressions are nested too deeply"));
        } catch (RuntimeException e) {
            problems.add(problem(Problem.Kind.INTERNAL, source, "an error in connleak, please report it: " + e));
        }
        return Optional.empty();
    }

    private static Problem problem(Problem.Kind kind, SourceFile source, String reason) {
        return new Problem(kind, source.path(), 0, "The flow analysis could not look at this file: " + reason);
    }
}
