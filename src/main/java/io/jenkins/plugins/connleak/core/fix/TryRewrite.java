package io.jenkins.plugins.connleak.core.fix;

import com.github.javaparser.Range;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a declaration into the head of a try-with-resources statement that goes on to the end of its block: the declaration
 * stays where it is, what follows it is indented, and closings at the end of the block go. Ends and indentation of lines
 * stay those of the file.
 */
final class TryRewrite {
    private static final String HEAD = "try (";

    private final SourceLines source;

    TryRewrite(SourceLines source) {
        this.source = source;
    }

    /** Whether the lines of a candidate can be rewritten: declaration and block have their lines for themselves. */
    boolean fits(Candidate candidate) {
        Range declaration = candidate.range();
        Range block = candidate.block().getRange().orElseThrow();
        if (!source.isAlone(declaration)
                || !source.before(block.end).isBlank()
                || block.begin.line >= declaration.begin.line
                || !source.line(block.end.line).startsWith("}", block.end.column - 1)) {
            return false;
        }
        for (Statement statement : candidate.rest()) {
            Range range = statement.getRange().orElse(declaration);
            if (range.begin.line <= declaration.end.line || range.end.line >= block.end.line) {
                return false;
            }
        }
        for (int number = declaration.begin.line; number <= block.end.line; number++) {
            if (source.line(number).contains("\"\"\"")) {
                return false;
            }
        }
        return unit(candidate).isPresent();
    }

    /** The indentation of one level, as the block has it. */
    private Optional<String> unit(Candidate candidate) {
        String inner = source.before(candidate.range().begin);
        String outer = source.before(candidate.block().getRange().orElseThrow().end);
        return inner.startsWith(outer) && inner.length() > outer.length()
                ? Optional.of(inner.substring(outer.length()))
                : Optional.empty();
    }

    /** The closings of these candidates that end the block, and can go because the new statement closes there too. */
    Set<Statement> superfluous(Candidate candidate, Set<Statement> closes) {
        Set<Statement> found = new HashSet<>();
        List<Statement> rest = candidate.rest();
        int index = rest.size() - 1;
        if (index >= 0 && rest.get(index) instanceof ReturnStmt) {
            index--;
        }
        while (index >= 0 && closes.contains(rest.get(index)) && canGo(rest.get(index))) {
            found.add(rest.get(index));
            index--;
        }
        return found;
    }

    private boolean canGo(Statement statement) {
        Range range = statement.getRange().orElseThrow();
        return statement instanceof ExpressionStmt closing
                && closing.getExpression() instanceof MethodCallExpr call
                && call.getScope().filter(NameExpr.class::isInstance).isPresent()
                && call.getArguments().isEmpty()
                && call.getNameAsString().equals("close")
                && source.isAlone(range)
                && source.endsItsLine(range);
    }

    /** Rewrites a candidate; those of inner blocks, and later ones of the same block, come before. */
    void rewrite(Candidate candidate, boolean joinsNext, boolean isJoined, LineChanges changes) {
        Range declaration = candidate.range();
        Range block = candidate.block().getRange().orElseThrow();
        String unit = unit(candidate).orElseThrow();
        String indentation = source.before(declaration.begin);
        if (!isJoined) {
            head(declaration, changes);
        } else {
            for (int number = declaration.begin.line; number <= declaration.end.line; number++) {
                changes.replace(number, indented(changes.line(number), continuation(unit)));
            }
        }
        if (!joinsNext) {
            opening(declaration, changes);
            for (int number = declaration.end.line + 1; number < block.end.line; number++) {
                indent(number, unit, changes);
            }
            List<String> inserted = changes.insertedBefore(block.end.line);
            for (int i = 0; i < inserted.size(); i++) {
                inserted.set(i, unit + inserted.get(i));
            }
            changes.insertBefore(block.end.line, indentation + "}");
        }
    }

    private static String continuation(String unit) {
        return unit.indexOf('\t') >= 0 ? unit + unit : " ".repeat(HEAD.length());
    }

    private void indent(int number, String unit, LineChanges changes) {
        List<String> inserted = changes.insertedBefore(number);
        for (int i = 0; i < inserted.size(); i++) {
            inserted.set(i, unit + inserted.get(i));
        }
        if (!changes.isRemoved(number) && !source.line(number).isBlank()) {
            changes.replace(number, indented(changes.line(number), unit));
        }
    }

    private static String indented(String line, String unit) {
        return unit + line;
    }

    private static void head(Range declaration, LineChanges changes) {
        String line = changes.line(declaration.begin.line);
        int start = declaration.begin.column - 1;
        changes.replace(declaration.begin.line, line.substring(0, start) + HEAD + line.substring(start));
    }

    /** The semicolon becomes the end of the head; what stands behind it stays. */
    private void opening(Range declaration, LineChanges changes) {
        String line = changes.line(declaration.end.line);
        int fromEnd = source.line(declaration.end.line).length() - declaration.end.column;
        int semicolon = line.length() - fromEnd - 1;
        changes.replace(declaration.end.line, line.substring(0, semicolon) + ") {" + line.substring(semicolon + 1));
    }
}
