package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseResult;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a syntax tree of text that does not parse, by blanking what the parser stumbles over and by closing what the end
 * of the text leaves open. Lines keep their numbers. Only whole members can be trusted: those on a line that was touched
 * lose their bodies, see {@link LostMembers}. A local enum, which is Java and which the parser does not know, becomes a
 * local class without its constants and costs nothing.
 */
final class SourceRepair {
    /** Each repair parses the text once more. */
    private static final int MAX_REPAIRS = 12;

    private static final Pattern LEXICAL_ERROR = Pattern.compile("Lexical error at line (\\d+), column (\\d+)");
    private static final Pattern ENUM = Pattern.compile("\\benum\\s+[\\p{L}_$][\\p{L}\\p{N}_$]*[^{};()]*\\{");

    private final JavaParser parser;
    private final StringBuilder text;
    private final TreeSet<Integer> touched = new TreeSet<>();

    private SourceRepair(String text, JavaParser parser) {
        this.text = new StringBuilder(text);
        this.parser = parser;
    }

    /**
     * What could be saved of a text.
     *
     * @param unit the tree; members that can't be trusted have lost their bodies
     * @param isWhole whether nothing was lost
     */
    record Saved(CompilationUnit unit, boolean isWhole) {}

    /** The line of a character that is no Java, as the lexer says it; 0 if that is not what a message is about. */
    static int lexicalLine(String message) {
        Matcher matcher = LEXICAL_ERROR.matcher(message);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** Tries to parse a text that does not parse as it is; empty if too much of it is no Java. */
    static Optional<Saved> save(String text, ParseResult<CompilationUnit> failed, JavaParser parser) {
        return new SourceRepair(text, parser).save(failed);
    }

    private Optional<Saved> save(ParseResult<CompilationUnit> failed) {
        ParseResult<CompilationUnit> result = failed;
        for (int i = 0; i < MAX_REPAIRS && repair(result); i++) {
            result = parser.parse(text.toString());
        }
        ParseResult<CompilationUnit> last = result;
        return tree(last).map(unit -> {
            boolean isWhole = touched.isEmpty() && !LostMembers.isAnyIn(unit);
            if (!isWhole) {
                LostMembers.strip(unit, touched);
            }
            return new Saved(unit, isWhole);
        });
    }

    /** The token that the parser did not expect: its problem names the one before it. */
    static Optional<JavaToken> found(Problem problem) {
        Optional<JavaToken> before = problem.getLocation().map(TokenRange::getBegin);
        Optional<JavaToken> next = before.flatMap(JavaToken::getNextToken);
        while (next.filter(token -> token.getCategory().isWhitespaceOrComment()).isPresent()) {
            next = next.flatMap(JavaToken::getNextToken);
        }
        return next.isPresent() ? next : before;
    }

    private static Optional<CompilationUnit> tree(ParseResult<CompilationUnit> result) {
        return result.getResult().filter(unit -> unit.getParsed() == Node.Parsedness.PARSED);
    }

    /** Changes the text where the parser gave up; whether there is something to gain by parsing it again. */
    private boolean repair(ParseResult<CompilationUnit> result) {
        if (result.isSuccessful() || result.getProblems().isEmpty()) {
            return false;
        }
        if (result.getProblems().stream().anyMatch(this::isLocalEnum)) {
            return true;
        }
        Problem problem = result.getProblem(0);
        if (tree(result).isPresent()) {
            return false;
        }
        Optional<JavaToken> found = found(problem);
        if (found.isPresent() && found.get().getRange().isPresent()) {
            Position begin = found.get().getRange().get().begin;
            int offset = offset(begin.line, begin.column);
            if (problem.getMessage().contains("Found <EOF>")) {
                return close();
            }
            int end = offset + found.get().getText().length();
            return touched.contains(begin.line) ? blankLine(begin.line) : blank(offset, end, begin.line);
        }
        int line = lexicalLine(problem.getMessage());
        if (line == 0) {
            return false;
        }
        return problem.getMessage().contains("<EOF>") ? cut() : blankLine(line);
    }

    /** Whether a problem is a local enum, which is replaced then. */
    private boolean isLocalEnum(Problem problem) {
        return found(problem)
                .flatMap(JavaToken::getRange)
                .filter(range -> replaceEnum(offset(range.begin.line, range.begin.column)))
                .isPresent();
    }

    private boolean replaceEnum(int offset) {
        CharSequence bare = CodeText.of(text.toString()).bare();
        Matcher matcher = ENUM.matcher(bare);
        while (matcher.find() && matcher.start() <= offset) {
            if (offset < matcher.end()) {
                blankConstants(bare, matcher.end());
                boolean hasRoom = text.charAt(matcher.end() - 2) == ' ';
                if (hasRoom) {
                    text.deleteCharAt(matcher.end() - 2);
                }
                text.replace(matcher.start(), matcher.start() + "enum".length(), "class");
                return true;
            }
        }
        return false;
    }

    private void blankConstants(CharSequence bare, int begin) {
        int depth = 0;
        for (int i = begin; i < bare.length(); i++) {
            char c = bare.charAt(i);
            depth += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
            if (depth < 0 || (depth == 0 && c == ';')) {
                blank(begin, i);
                return;
            }
        }
    }

    /** The text ends too early: what is begun at its end goes, and what is open there is closed. */
    private boolean close() {
        CharSequence bare = CodeText.of(text.toString()).bare();
        int depth = 0;
        int end = 0;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            end = c == '{' || c == '}' || c == ';' ? i + 1 : end;
        }
        if (depth <= 0) {
            return false;
        }
        touched.add(lines());
        blank(end, text.length());
        text.append("}".repeat(depth));
        return true;
    }

    /** The text ends in a literal or a comment, which goes. */
    private boolean cut() {
        int open = CodeText.of(text.toString()).open();
        if (open < 0) {
            return blankLine(lines());
        }
        touched.add(lines());
        return blank(open, text.length());
    }

    /** Blanks a line but for its braces. */
    private boolean blankLine(int line) {
        int begin = offset(line, 1);
        int end = begin;
        while (end < text.length() && !isLineEnd(end)) {
            end++;
        }
        touched.add(line);
        CharSequence bare = CodeText.of(text.toString()).bare();
        boolean changed = false;
        for (int i = begin; i < end; i++) {
            char c = bare.charAt(i);
            changed |= c != '{' && c != '}' && blank(i, i + 1);
        }
        return changed;
    }

    private boolean blank(int begin, int end, int line) {
        touched.add(line);
        return blank(begin, end);
    }

    private boolean blank(int begin, int end) {
        boolean changed = false;
        for (int i = begin; i < Math.min(end, text.length()); i++) {
            if (!isLineEnd(i) && text.charAt(i) != ' ') {
                text.setCharAt(i, ' ');
                changed = true;
            }
        }
        return changed;
    }

    private boolean isLineEnd(int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    /** The line that the end of the text is on. */
    private int lines() {
        return (int) (text + ".").lines().count();
    }

    /** The index of a place that counts from 1; the end of the text if it has no such place. */
    private int offset(int line, int column) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            while (at < text.length() && !isLineEnd(at)) {
                at++;
            }
            at += at + 1 < text.length() && text.charAt(at) == '\r' && text.charAt(at + 1) == '\n' ? 2 : 1;
        }
        return Math.min(text.length(), at + column - 1);
    }
}
