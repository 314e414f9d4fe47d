package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code @SuppressWarnings} on classes, methods, fields, parameters and local variables. Constants count where the
 * same file declares them. On a class or method all within is covered; on a field or variable, what it is assigned
 * within its class or block.
 */
final class SuppressionAnnotations {
    private static final Set<String> NAMES = Set.of("SuppressWarnings", "java.lang.SuppressWarnings");

    /** Constants that are made of constants, up to this depth. */
    private static final int MAX_DEPTH = 10;

    private final SuppressionWords words;
    private final Map<String, Expression> constants = new HashMap<>();

    SuppressionAnnotations(SuppressionWords words) {
        this.words = words;
    }

    List<Suppression> read(ParsedFile file) {
        CompilationUnit unit = file.unit();
        for (FieldDeclaration field : unit.findAll(FieldDeclaration.class)) {
            for (VariableDeclarator variable : field.getVariables()) {
                variable.getInitializer().ifPresent(value -> constants.putIfAbsent(variable.getNameAsString(), value));
            }
        }
        List<Suppression> suppressions = new ArrayList<>();
        for (AnnotationExpr annotation : unit.findAll(AnnotationExpr.class)) {
            if (NAMES.contains(annotation.getNameAsString())) {
                suppressions.addAll(read(annotation));
            }
        }
        return suppressions;
    }

    private List<Suppression> read(AnnotationExpr annotation) {
        int line = annotation.getBegin().map(position -> position.line).orElse(0);
        Set<LeakKind> rules = EnumSet.noneOf(LeakKind.class);
        for (String value : values(annotation)) {
            rules.addAll(words.ofAnnotation(value, line));
        }
        Optional<Node> annotated = annotation.getParentNode();
        if (rules.isEmpty() || annotated.isEmpty()) {
            return List.of();
        }
        List<Suppression> suppressions = new ArrayList<>();
        suppression(annotated.get(), Set.of(), rules).ifPresent(suppressions::add);
        if (annotated.get() instanceof FieldDeclaration field) {
            field.findAncestor(TypeDeclaration.class)
                    .flatMap(type -> suppression(type, names(field.getVariables()), rules))
                    .ifPresent(suppressions::add);
        } else if (annotated.get() instanceof VariableDeclarationExpr local) {
            local.findAncestor(BlockStmt.class)
                    .flatMap(block -> suppression(block, names(local.getVariables()), rules))
                    .ifPresent(suppressions::add);
        }
        return suppressions;
    }

    private static Optional<Suppression> suppression(Node scope, Set<String> variables, Set<LeakKind> rules) {
        return scope.getRange()
                .map(range -> new Suppression(
                        new Suppression.Lines(range.begin.line, range.end.line),
                        variables,
                        rules,
                        SilencedFinding.By.ANNOTATION,
                        ""));
    }

    private static Set<String> names(List<VariableDeclarator> variables) {
        return variables.stream().map(VariableDeclarator::getNameAsString).collect(Collectors.toSet());
    }

    private List<String> values(AnnotationExpr annotation) {
        List<Expression> given = new ArrayList<>();
        if (annotation instanceof SingleMemberAnnotationExpr single) {
            given.add(single.getMemberValue());
        } else if (annotation instanceof NormalAnnotationExpr normal) {
            normal.getPairs().forEach(pair -> given.add(pair.getValue()));
        }
        List<String> values = new ArrayList<>();
        for (Expression expression : given) {
            List<Expression> parts =
                    expression instanceof ArrayInitializerExpr array ? array.getValues() : List.of(expression);
            parts.forEach(part -> text(part, 0).ifPresent(values::add));
        }
        return values;
    }

    private Optional<String> text(Expression expression, int depth) {
        if (depth > MAX_DEPTH) {
            return Optional.empty();
        }
        if (expression instanceof StringLiteralExpr || expression instanceof TextBlockLiteralExpr) {
            return Optional.of(((LiteralStringValueExpr) expression).getValue());
        }
        if (expression instanceof EnclosedExpr enclosed) {
            return text(enclosed.getInner(), depth + 1);
        }
        if (expression instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
            return text(sum.getLeft(), depth + 1)
                    .flatMap(left -> text(sum.getRight(), depth + 1).map(right -> left + right));
        }
        if (expression instanceof NameExpr name) {
            return constant(name.getNameAsString(), depth);
        }
        return expression instanceof FieldAccessExpr access
                ? constant(access.getNameAsString(), depth)
                : Optional.empty();
    }

    private Optional<String> constant(String name, int depth) {
        return Optional.ofNullable(constants.get(name)).flatMap(value -> text(value, depth + 1));
    }
}
