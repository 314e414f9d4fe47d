package io.jenkins.plugins.connleak.core.fix;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.type.Type;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the declaration that a leak is about, and tells whether it has a form that can be rewritten. */
final class CandidateFinder {
    /** What JDBC calls alone are named so. */
    private static final Set<String> OPENERS = Set.of("createStatement", "prepareStatement", "prepareCall");

    private final CompilationUnit unit;
    private final FileTypes types;

    CandidateFinder(CompilationUnit unit, FileTypes types) {
        this.unit = unit;
        this.types = types;
    }

    Optional<Candidate> find(Finding finding) {
        if (!isOfKind(finding)) {
            return Optional.empty();
        }
        List<VariableDeclarator> found = declarations(finding);
        if (found.size() != 1) {
            return Optional.empty();
        }
        VariableDeclarator variable = found.get(0);
        Optional<TypeSpec> type = type(variable, finding);
        Optional<TypeSpec.Closing> closing =
                type.flatMap(spec -> types.catalog().inherited(spec, TypeSpec::closing));
        if (type.isEmpty() || closing.isEmpty() || !isAcquisition(variable, type.get())) {
            return Optional.empty();
        }
        return variable.getParentNode()
                .filter(VariableDeclarationExpr.class::isInstance)
                .filter(declaration ->
                        ((VariableDeclarationExpr) declaration).getVariables().size() == 1)
                .flatMap(declaration -> declaration.getParentNode())
                .filter(ExpressionStmt.class::isInstance)
                .map(ExpressionStmt.class::cast)
                .flatMap(statement -> statement
                        .getParentNode()
                        .filter(BlockStmt.class::isInstance)
                        .map(BlockStmt.class::cast)
                        .map(block -> new Candidate(
                                List.of(finding), statement, variable, block, type.get(), closing.get())));
    }

    /** A leak that is sure to be one, or one of something that the code itself closes on another way. */
    static boolean isOfKind(Finding finding) {
        boolean certain = finding.certainty() == Certainty.DEFINITE;
        return switch (finding.rule()) {
            case NEVER_CLOSED -> certain;
            case NOT_CLOSED_ON_EXCEPTION, NOT_CLOSED_ON_PATH -> true;
            case OVERWRITTEN, TEMPORARY_NEVER_CLOSED, FIELD_NEVER_CLOSED, LEGACY_PATTERN -> false;
        };
    }

    private List<VariableDeclarator> declarations(Finding finding) {
        List<VariableDeclarator> found = new ArrayList<>();
        String name = finding.resource().variable();
        int line = finding.place().line();
        for (VariableDeclarator variable : unit.findAll(VariableDeclarator.class)) {
            boolean there = variable.getRange()
                    .filter(range -> range.begin.line <= line && line <= range.end.line)
                    .isPresent();
            if (there && variable.getNameAsString().equals(name)) {
                found.add(variable);
            }
        }
        return found;
    }

    /** The declared type, if it is known and of one line with that of what is acquired. */
    private Optional<TypeSpec> type(VariableDeclarator variable, Finding finding) {
        ResourceCatalog catalog = types.catalog();
        String acquired = finding.resource().type();
        if (!catalog.knows(acquired)) {
            return Optional.empty();
        }
        Optional<TypeSpec> opened = catalog.type(acquired);
        if (FileTypes.isInferred(variable.getType())) {
            return opened;
        }
        return types.spec(variable.getType())
                .filter(declared -> opened.filter(spec -> isKindOf(spec, declared) || isKindOf(declared, spec))
                        .isPresent());
    }

    private boolean isKindOf(TypeSpec type, TypeSpec other) {
        return types.catalog().lineage(type).stream()
                .anyMatch(each -> each.name().equals(other.name()));
    }

    private boolean isAcquisition(VariableDeclarator variable, TypeSpec type) {
        Optional<Expression> value = variable.getInitializer().map(CandidateFinder::bare);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof ObjectCreationExpr creation) {
            return creation.getAnonymousClassBody().isEmpty() && opens(type, "new");
        }
        Optional<ResourceKind> kind = type.kind();
        boolean standsAlone =
                kind.isPresent() && kind.get() != ResourceKind.STATEMENT && kind.get() != ResourceKind.RESULT_SET;
        return value.get() instanceof MethodCallExpr call && (standsAlone || isOpenedFromKnown(call));
    }

    /**
     * Whether a call is one of the catalog's. A statement or a result set of some helper may stand for more than itself,
     * such as a connection that only the helper's own release gives back.
     */
    private boolean isOpenedFromKnown(MethodCallExpr call) {
        if (call.getScope().isEmpty()) {
            return false;
        }
        Expression scope = bare(call.getScope().get());
        String name = call.getNameAsString();
        if (scope instanceof NameExpr variable) {
            List<VariableDeclarator> declared = unit.findAll(
                    VariableDeclarator.class, each -> each.getNameAsString().equals(variable.getNameAsString()));
            List<Parameter> parameters =
                    unit.findAll(Parameter.class, each -> each.getNameAsString().equals(variable.getNameAsString()));
            return declared.size() + parameters.size() > 0
                    && declared.stream().allMatch(each -> opens(each.getType(), name))
                    && parameters.stream().allMatch(each -> opens(each.getType(), name));
        }
        return scope instanceof MethodCallExpr && OPENERS.contains(name);
    }

    private boolean opens(Type type, String method) {
        return (FileTypes.isInferred(type) && OPENERS.contains(method))
                || types.spec(type).filter(spec -> opens(spec, method)).isPresent();
    }

    private boolean opens(TypeSpec type, String method) {
        return types.catalog()
                .inherited(
                        type,
                        spec -> Optional.ofNullable(spec.methods().acquire().get(method)))
                .isPresent();
    }

    /** The expression without casts and parentheses around it. */
    private static Expression bare(Expression expression) {
        Expression inner = expression;
        while (inner instanceof CastExpr || inner instanceof EnclosedExpr) {
            inner = inner instanceof CastExpr cast ? cast.getExpression() : ((EnclosedExpr) inner).getInner();
        }
        return inner;
    }
}
