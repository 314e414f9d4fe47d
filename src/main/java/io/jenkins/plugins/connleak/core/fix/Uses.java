package io.jenkins.plugins.connleak.core.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks at every use of a variable, and of what is taken out of it, and tells whether all of it stays within the block:
 * nothing is returned, kept, captured, handed to other code or assigned anew. Whatever it does not know is a no.
 */
@SuppressWarnings("ReferenceEquality") // equal nodes may stand in different places
final class Uses {
    /** A helper that closes what it is given, and does not give it back to somewhere. */
    private static final Pattern CLOSER = Pattern.compile("close([A-Z_].*)?");

    private final FileTypes types;
    private final Results results;
    private final BlockStmt block;
    private final Set<String> seen = new HashSet<>();
    private final List<ExpressionStmt> closes = new ArrayList<>();

    private Uses(FileTypes types, BlockStmt block) {
        this.types = types;
        this.results = new Results(types);
        this.block = block;
    }

    /** The statements that close the candidate by itself; empty if it does not stay within its block. */
    static Optional<List<ExpressionStmt>> closesOfConfined(Candidate candidate, FileTypes types) {
        Uses uses = new Uses(types, candidate.block());
        boolean confined = uses.areConfined(candidate.name(), Optional.of(candidate.type()), true);
        return confined ? Optional.of(uses.closes) : Optional.empty();
    }

    private boolean areConfined(String name, Optional<TypeSpec> type, boolean isCandidate) {
        if (!seen.add(name)) {
            return true;
        }
        List<VariableDeclarator> declared = block.findAll(
                VariableDeclarator.class, variable -> variable.getNameAsString().equals(name));
        if (declared.size() != 1) {
            return false;
        }
        for (NameExpr use :
                block.findAll(NameExpr.class, use -> use.getNameAsString().equals(name))) {
            if (isInClosure(use) || !isConfined(outermost(use), type, isCandidate)) {
                return false;
            }
        }
        return true;
    }

    private boolean isInClosure(Node use) {
        Node node = use;
        while (node != block) {
            if (node instanceof LambdaExpr || node instanceof BodyDeclaration<?>) {
                return true;
            }
            node = node.getParentNode().orElse(block);
        }
        return false;
    }

    /** The expression with the casts and parentheses around it. */
    private static Expression outermost(Expression use) {
        Expression outer = use;
        while (outer.getParentNode().orElse(null) instanceof Expression parent
                && (parent instanceof CastExpr || parent instanceof EnclosedExpr)) {
            outer = parent;
        }
        return outer;
    }

    private boolean isConfined(Expression use, Optional<TypeSpec> type, boolean isCandidate) {
        Node parent = use.getParentNode().orElse(block);
        if (parent instanceof BinaryExpr comparison) {
            return comparison.getLeft().isNullLiteralExpr()
                    || comparison.getRight().isNullLiteralExpr();
        }
        if (parent instanceof AssignExpr assignment) {
            return !isCandidate && assignment.getTarget() == use && isStatement(assignment);
        }
        if (!(parent instanceof MethodCallExpr call)) {
            return false;
        }
        if (call.getScope().filter(scope -> scope == use).isPresent()) {
            return isClose(call, type)
                    ? isStatement(call) && noteClose(call, isCandidate)
                    : resultIsConfined(call, type);
        }
        return isStatement(call) && CLOSER.matcher(call.getNameAsString()).matches() && noteClose(call, isCandidate);
    }

    private boolean isClose(MethodCallExpr call, Optional<TypeSpec> type) {
        String name = call.getNameAsString();
        return name.equals("close")
                || type.filter(spec -> types.catalog().is(spec, TypeSpec.Role.RELEASE, name))
                        .isPresent();
    }

    private static boolean isStatement(Expression expression) {
        return expression.getParentNode().orElse(null) instanceof ExpressionStmt;
    }

    private boolean noteClose(MethodCallExpr call, boolean isCandidate) {
        if (isCandidate && call.getParentNode().orElse(null) instanceof ExpressionStmt statement) {
            closes.add(statement);
        }
        return true;
    }

    private boolean resultIsConfined(MethodCallExpr call, Optional<TypeSpec> type) {
        if (results.isPlain(call, type)) {
            return true;
        }
        Optional<TypeSpec> result = results.type(call, type);
        Expression value = outermost(call);
        Node parent = value.getParentNode().orElse(block);
        if (parent instanceof MethodCallExpr next
                && next.getScope().filter(scope -> scope == value).isPresent()) {
            return isClose(next, result) ? isStatement(next) : resultIsConfined(next, result);
        }
        if (parent instanceof VariableDeclarator variable) {
            return areConfined(
                    variable.getNameAsString(), types.spec(variable.getType()).or(() -> result), false);
        }
        if (parent instanceof AssignExpr assignment
                && isStatement(assignment)
                && assignment.getOperator() == AssignExpr.Operator.ASSIGN
                && assignment.getTarget() instanceof NameExpr target) {
            return areConfined(target.getNameAsString(), result, false);
        }
        return false;
    }
}
