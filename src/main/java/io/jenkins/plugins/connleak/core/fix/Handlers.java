package io.jenkins.plugins.connleak.core.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import java.util.List;
import java.util.Optional;

/** Whether a checked exception that is thrown at a statement is caught or declared around it. */
@SuppressWarnings("ReferenceEquality") // equal nodes may stand in different places
final class Handlers {
    private static final int MAX_DEPTH = 20;

    private final FileTypes types;

    Handlers(FileTypes types) {
        this.types = types;
    }

    /** Whether what closing a candidate throws is taken where its declaration stands. */
    boolean takeWhatClosingThrows(Candidate candidate) {
        String exception = candidate.closing().thrown();
        if (exception.isEmpty()) {
            return true;
        }
        Node inner = candidate.block();
        Optional<Node> outer = inner.getParentNode();
        while (outer.isPresent()) {
            Node node = outer.get();
            if (node instanceof TryStmt statement
                    && statement.getTryBlock() == inner
                    && catches(statement, exception)) {
                return true;
            }
            if (node instanceof CallableDeclaration<?> method) {
                return method.getThrownExceptions().stream().anyMatch(type -> isA(exception, type));
            }
            if (node instanceof LambdaExpr
                    || node instanceof InitializerDeclaration
                    || node instanceof TypeDeclaration
                    || node instanceof ObjectCreationExpr) {
                return false;
            }
            inner = node;
            outer = node.getParentNode();
        }
        return false;
    }

    private boolean catches(TryStmt statement, String exception) {
        return statement.getCatchClauses().stream()
                .flatMap(clause -> alternatives(clause.getParameter().getType()).stream())
                .anyMatch(type -> isA(exception, type));
    }

    private static List<? extends Type> alternatives(Type type) {
        return type instanceof UnionType union ? union.getElements() : List.of(type);
    }

    private boolean isA(String exception, Type handler) {
        if (!(handler instanceof ClassOrInterfaceType written)) {
            return false;
        }
        String wanted = written.getNameAsString();
        String current = exception;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            if (current.equals(wanted)) {
                return isTheUsual(wanted);
            }
            Optional<String> parent = types.catalog().exceptionParent(current);
            if (parent.isEmpty()) {
                return false;
            }
            current = parent.get();
        }
        return false;
    }

    /** A file may import a namesake, such as Android's unchecked SQLException. */
    private boolean isTheUsual(String name) {
        String imported = types.qualified(name);
        return imported.isEmpty() || imported.startsWith("java.") || !name.equals("SQLException");
    }
}
