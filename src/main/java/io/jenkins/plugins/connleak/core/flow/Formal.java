package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.ast.body.Parameter;
import java.util.List;
import java.util.Objects;

/**
 * A parameter of a body.
 *
 * @param name its name
 * @param type its type as written; one of variable arity ends in {@code []}
 */
public record Formal(String name, String type) {
    public Formal {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
    }

    /** Parameters as they are declared. */
    public static List<Formal> of(List<Parameter> declared) {
        return declared.stream()
                .map(parameter -> new Formal(
                        parameter.getNameAsString(),
                        parameter.getType().asString() + (parameter.isVarArgs() ? "[]" : "")))
                .toList();
    }
}
