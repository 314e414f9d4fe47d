package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseProblemException;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses Java at the newest language level; what can't be parsed is a problem, not an exception, and costs no more of a
 * file than the members it stands in where the rest can be saved. Nothing that the grammar accepts is rejected: what a
 * compiler would say about it does not matter here. Expressions nested more deeply than the calling thread's stack allows
 * are a problem too. Safe for use by one thread at a time.
 */
public final class JavaSourceParser {
    /** What the grammar would have taken instead: often forty tokens, which tell nobody what is wrong. */
    private static final Pattern EXPECTED_TOKENS = Pattern.compile(",? expected one of\\s.*");

    private final QuickParser quick = new QuickParser();
    private final @Nullable BodyReader reader;
    private @Nullable JavaParser thorough;

    /** A parser that reads whole files. */
    public JavaSourceParser() {
        this(null);
    }

    private JavaSourceParser(@Nullable BodyReader reader) {
        this.reader = reader;
    }

    /**
     * A parser that skips the bodies of methods, constructors and initializers where it can: an empty block stands for
     * one, and {@link UnreadBody#of} tells what it stands for. What is wrong in such a body is not told before it is
     * read.
     *
     * @param reader reads those bodies when they are asked for
     */
    public static JavaSourceParser around(BodyReader reader) {
        return new JavaSourceParser(reader);
    }

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
        Optional<Outcome> read = quickly(source);
        if (read.isPresent()) {
            return read.get();
        }
        if (source.text().contains("yield")) {
            Outcome yielding = parse(source, parser(LanguageLevel.JAVA_25, false));
            if (yielding.file().isPresent()) {
                return yielding;
            }
        }
        if (hasEscapedCode(source.text())) {
            Outcome translated = parse(source, parser(LanguageLevel.RAW, true));
            if (translated.file().isPresent()) {
                return translated;
            }
        }
        return thoroughly(source);
    }

    /** Whether there are unicode escapes where they are more than characters of a literal or a comment. */
    private static boolean hasEscapedCode(String text) {
        return text.contains("\\u") && CodeText.of(text).bare().toString().contains("\\u");
    }

    /** Nearly every file is read by the quick parser; what it refuses, and what is no Java, is left to the thorough one. */
    private Optional<Outcome> quickly(SourceFile source) {
        try {
            CompilationUnit unit = reader == null ? quick.parse(source.text()) : quick.parseAround(source, reader);
            return Optional.of(new Outcome(Optional.of(new ParsedFile(source, unit)), List.of()));
        } catch (UnusualSourceException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** Made when the first file needs it, which few do. */
    private JavaParser thorough() {
        JavaParser known = thorough;
        if (known == null) {
            known = parser(LanguageLevel.RAW, false);
            thorough = known;
        }
        return known;
    }

    private Outcome thoroughly(SourceFile source) {
        Outcome outcome = parse(source, thorough());
        if (outcome.file().isEmpty() && source.text().contains("\\u")) {
            Outcome translated = parse(source, parser(LanguageLevel.RAW, true));
            if (translated.file().isPresent()) {
                return translated;
            }
        }
        return outcome.file().isPresent() ? outcome : saved(source).orElse(outcome);
    }

    /** What can be made of a file that does not parse. */
    private Optional<Outcome> saved(SourceFile source) {
        JavaParser tolerant = source.text().contains("yield") ? parser(LanguageLevel.JAVA_25, false) : thorough();
        try {
            ParseResult<CompilationUnit> failed = tolerant.parse(source.text());
            return SourceRepair.save(source.text(), failed, tolerant)
                    .map(saved -> new Outcome(
                            Optional.of(new ParsedFile(source, saved.unit())),
                            saved.isWhole() ? List.of() : List.of(lost(source, failed))));
        } catch (ParseProblemException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static Problem lost(SourceFile source, ParseResult<CompilationUnit> failed) {
        return new Problem(
                Problem.Kind.UNPARSABLE,
                source.path(),
                firstLine(failed),
                "This is not Java that can be parsed, so what it is part of was not analysed: " + firstMessage(failed));
    }

    /**
     * Translating unicode escapes shifts columns, so it is kept for files that need it. The raw level refuses nothing but
     * knows no yield statement: a level that does, with checks that cost time, is kept for files with the word.
     */
    private static JavaParser parser(LanguageLevel level, boolean translatesUnicodeEscapes) {
        return new JavaParser(new ParserConfiguration()
                .setLanguageLevel(level)
                .setPreprocessUnicodeEscapes(translatesUnicodeEscapes)
                .setAttributeComments(false)
                .setLexicalPreservationEnabled(false));
    }

    private static Outcome parse(SourceFile source, JavaParser parser) {
        try {
            ParseResult<CompilationUnit> result = parser.parse(source.text());
            if (result.isSuccessful() && result.getResult().isPresent()) {
                return new Outcome(
                        Optional.of(new ParsedFile(source, result.getResult().get())), List.of());
            }
            return unparsable(source, firstLine(result), firstMessage(result));
        } catch (ParseProblemException e) {
            return unparsable(source, 0, String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            Problem tooDeep = new Problem(
                    Problem.Kind.LIMIT,
                    source.path(),
                    0,
                    "This file's expressions are nested too deeply to be parsed, so it was not analysed");
            return new Outcome(Optional.empty(), List.of(tooDeep));
        }
    }

    private static int firstLine(ParseResult<CompilationUnit> result) {
        return result.getProblems().stream()
                .flatMap(problem -> SourceRepair.found(problem).stream())
                .flatMap(token -> token.getRange().stream())
                .mapToInt(range -> range.begin.line)
                .findFirst()
                .orElseGet(() -> SourceRepair.lexicalLine(firstMessage(result)));
    }

    private static String firstMessage(ParseResult<CompilationUnit> result) {
        return result.getProblems().stream()
                .map(problem -> problem.getMessage().lines().findFirst().orElse(""))
                .map(message -> EXPECTED_TOKENS.matcher(message).replaceFirst(""))
                .findFirst()
                .orElse("no reason given");
    }

    private static Outcome unparsable(SourceFile source, int line, String reason) {
        Problem problem = new Problem(
                Problem.Kind.UNPARSABLE,
                source.path(),
                line,
                "This file is not Java that can be parsed, so it was not analysed: " + reason);
        return new Outcome(Optional.empty(), List.of(problem));
    }
}
