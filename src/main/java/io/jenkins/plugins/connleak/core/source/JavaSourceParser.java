package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseProblemException;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.List;
import java.util.Optional;

/** Parses Java at the newest language level; an unparsable file is a problem, not an exception. Safe for use by one thread at a time. */
public final class JavaSourceParser {
    private final JavaParser parser = new JavaParser(new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.RAW)
            .setAttributeComments(false)
            .setLexicalPreservationEnabled(false));

    /**
     * A file's syntax tree and what was wrong with it.
     *
     * @param file the parsed file; empty if nothing could be made of it
     * @param problems what was wrong, if anything
     */
    public record Outcome(Optional<ParsedFile> file, List<Problem> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** Parses one file. */
    public Outcome parse(SourceFile source) {
        try {
            ParseResult<CompilationUnit> result = parser.parse(source.text());
            if (result.isSuccessful() && result.getResult().isPresent()) {
                return new Outcome(
                        Optional.of(new ParsedFile(source, result.getResult().get())), List.of());
            }
            return new Outcome(Optional.empty(), List.of(problem(source, firstLine(result), firstMessage(result))));
        } catch (ParseProblemException e) {
            return new Outcome(Optional.empty(), List.of(problem(source, 0, String.valueOf(e.getMessage()))));
        } catch (StackOverflowError e) {
            return new Outcome(
                    Optional.empty(),
                    List.of(problem(source, 0, "its expressions are nested too deeply to be parsed")));
        }
    }

    private static int firstLine(ParseResult<CompilationUnit> result) {
        return result.getProblems().stream()
                .flatMap(problem -> problem.getLocation().stream())
                .flatMap(range -> range.toRange().stream())
                .mapToInt(range -> range.begin.line)
                .findFirst()
                .orElse(0);
    }

    private static String firstMessage(ParseResult<CompilationUnit> result) {
        return result.getProblems().stream()
                .map(problem -> problem.getMessage().lines().findFirst().orElse(""))
                .findFirst()
                .orElse("no reason given");
    }

    private static Problem problem(SourceFile source, int line, String reason) {
        return new Problem(
                Problem.Kind.UNPARSABLE,
                source.path(),
                line,
                "Not Java that can be parsed, so it was not analysed: " + reason);
    }
}
