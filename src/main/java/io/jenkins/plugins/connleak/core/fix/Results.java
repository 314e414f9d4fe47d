package io.jenkins.plugins.connleak.core.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.type.Type;
import io.jenkins.plugins.connleak.core.spec.AcquisitionSpec;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the result of a call hangs on the object it is called on. What is not known to be free hangs on it. */
@SuppressWarnings("ReferenceEquality") // equal nodes may stand in different places
final class Results {
    /** JDBC types, whose methods return plain values but for those below. */
    private static final Set<String> JDBC = Set.of(
            "java.sql.Connection",
            "java.sql.Statement",
            "java.sql.ResultSet",
            "java.sql.ResultSetMetaData",
            "java.sql.DatabaseMetaData");

    private static final Set<String> JDBC_HANGING = Set.of(
            "getObject",
            "getBinaryStream",
            "getAsciiStream",
            "getUnicodeStream",
            "getCharacterStream",
            "getNCharacterStream",
            "getBlob",
            "getClob",
            "getNClob",
            "getArray",
            "getRef",
            "getSQLXML",
            "getStatement",
            "getConnection",
            "getMetaData",
            "getParameterMetaData",
            "getTypeMap",
            "createBlob",
            "createClob",
            "createNClob",
            "createSQLXML",
            "createArrayOf",
            "createStruct",
            "unwrap");

    private final FileTypes types;

    Results(FileTypes types) {
        this.types = types;
    }

    /** The type of what a call returns, if the catalog knows it. */
    Optional<TypeSpec> type(MethodCallExpr call, Optional<TypeSpec> owner) {
        ResourceCatalog catalog = types.catalog();
        String name = call.getNameAsString();
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        if (catalog.is(owner.get(), TypeSpec.Role.FLUENT, name)) {
            return owner;
        }
        return catalog.inherited(owner.get(), type -> Optional.ofNullable(
                                type.methods().acquire().get(name))
                        .map(AcquisitionSpec::type)
                        .or(() -> Optional.ofNullable(type.methods().returns().get(name))))
                .flatMap(catalog::type);
    }

    /** Whether what a call returns is nothing, is thrown away, or is a value of its own. */
    boolean isPlain(MethodCallExpr call, Optional<TypeSpec> owner) {
        Node parent = call.getParentNode().orElse(call);
        return parent instanceof ExpressionStmt || isPlainHere(call, parent) || isPlainByName(call, owner);
    }

    private boolean isPlainByName(MethodCallExpr call, Optional<TypeSpec> owner) {
        return owner.isPresent()
                && owner.get().name().matches("javax?\\.sql\\..*")
                && type(call, owner).isEmpty()
                && !JDBC_HANGING.contains(call.getNameAsString())
                && types.catalog().lineage(owner.get()).stream().anyMatch(type -> JDBC.contains(type.name()));
    }

    /** Whether the place of an expression takes plain values only. */
    private static boolean isPlainHere(Expression value, Node parent) {
        if (parent instanceof IfStmt || parent instanceof WhileStmt || parent instanceof DoStmt) {
            return true;
        }
        if (parent instanceof ForStmt loop) {
            return loop.getCompare().filter(compare -> compare == value).isPresent();
        }
        if (parent instanceof BinaryExpr || parent instanceof UnaryExpr) {
            return true;
        }
        if (parent instanceof CastExpr cast) {
            return FileTypes.isPlain(cast.getType());
        }
        if (parent instanceof VariableDeclarator variable) {
            return FileTypes.isPlain(variable.getType());
        }
        if (parent instanceof AssignExpr assignment && assignment.getTarget() instanceof NameExpr target) {
            return assignment.getValue() == value && isPlainVariable(target);
        }
        return parent instanceof ReturnStmt && returnsPlain(parent);
    }

    private static boolean returnsPlain(Node statement) {
        Node node = statement;
        while (!(node instanceof CallableDeclaration<?>) && !(node instanceof LambdaExpr)) {
            if (node.getParentNode().isEmpty()) {
                return false;
            }
            node = node.getParentNode().get();
        }
        return node instanceof MethodDeclaration method && FileTypes.isPlain(method.getType());
    }

    /** Whether all variables of that name in the method, or else all fields of that name in the file, have plain types. */
    private static boolean isPlainVariable(NameExpr name) {
        List<Type> found = new ArrayList<>();
        String wanted = name.getNameAsString();
        name.findAncestor(CallableDeclaration.class).ifPresent(method -> {
            for (Object variable : method.findAll(VariableDeclarator.class)) {
                add((VariableDeclarator) variable, wanted, found);
            }
            for (Object each : method.findAll(Parameter.class)) {
                if (each instanceof Parameter parameter
                        && parameter.getNameAsString().equals(wanted)) {
                    found.add(parameter.getType());
                }
            }
        });
        if (found.isEmpty()) {
            name.findCompilationUnit().ifPresent(unit -> unit.findAll(FieldDeclaration.class)
                    .forEach(field -> field.getVariables().forEach(variable -> add(variable, wanted, found))));
        }
        return !found.isEmpty() && found.stream().allMatch(FileTypes::isPlain);
    }

    private static void add(VariableDeclarator variable, String wanted, List<Type> found) {
        if (variable.getNameAsString().equals(wanted)) {
            found.add(variable.getType());
        }
    }
}
