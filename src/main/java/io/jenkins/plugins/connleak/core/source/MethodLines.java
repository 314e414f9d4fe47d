package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a method's head stands: the lines from its first modifier or annotation to the brace of its body, from 1.
 *
 * @param first first line of the declaration
 * @param headEnd line of the body's opening brace
 * @param last last line of the declaration
 */
public record MethodLines(int first, int headEnd, int last) {
    /** All methods and constructors with a body. */
    public static List<MethodLines> of(ParsedFile file) {
        List<MethodLines> methods = new ArrayList<>();
        for (CallableDeclaration<?> declaration : file.unit().findAll(CallableDeclaration.class, method -> true)) {
            Optional<Range> whole = declaration.getRange();
            Optional<Range> body = body(declaration).flatMap(Node::getRange);
            if (whole.isPresent() && body.isPresent()) {
                methods.add(new MethodLines(whole.get().begin.line, body.get().begin.line, whole.get().end.line));
            }
        }
        return methods;
    }

    /** The innermost of those methods that holds a line. */
    public static Optional<MethodLines> around(int line, List<MethodLines> methods) {
        return methods.stream()
                .filter(method -> method.first() <= line && line <= method.last())
                .min(Comparator.comparingInt(method -> method.last() - method.first()));
    }

    private static Optional<? extends Node> body(CallableDeclaration<?> declaration) {
        if (declaration instanceof MethodDeclaration method) {
            return method.getBody();
        }
        return declaration instanceof ConstructorDeclaration constructor
                ? Optional.of(constructor.getBody())
                : Optional.empty();
    }
}
