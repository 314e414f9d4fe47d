package io.jenkins.plugins.connleak.core.leak;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.type.ReferenceType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method as its declaration says.
 *
 * @param name its name; a constructor's is {@code <init>}, an initializer's {@code <clinit>} or {@code <fields>}
 * @param parameterTypes types of the parameters as written; a variable-arity one ends in {@code []}
 * @param returnType type of the result as written; empty for none
 * @param thrown declared exceptions as written
 * @param display what people call it, such as {@code load(Connection,long)}
 */
record Signature(String name, List<String> parameterTypes, String returnType, List<String> thrown, String display) {
    Signature {
        parameterTypes = List.copyOf(parameterTypes);
        thrown = List.copyOf(thrown);
    }

    // written out: what Java makes of a record by itself costs each start a while
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Signature each
                && display.equals(each.display)
                && name.equals(each.name)
                && returnType.equals(each.returnType)
                && parameterTypes.equals(each.parameterTypes)
                && thrown.equals(each.thrown);
    }

    @Override
    public int hashCode() {
        return 31 * display.hashCode() + returnType.hashCode();
    }

    /** The signature of what is declared so. */
    static Signature of(
            String name,
            String shown,
            List<Parameter> parameters,
            String result,
            List<? extends ReferenceType> thrown) {
        List<String> written = new ArrayList<>();
        List<String> simple = new ArrayList<>();
        for (Parameter parameter : parameters) {
            String type = parameter.getType().asString();
            written.add(parameter.isVarArgs() ? type + "[]" : type);
            simple.add(TypeNames.simple(type) + (parameter.isVarArgs() ? "..." : ""));
        }
        return new Signature(
                name,
                written,
                result,
                thrown.stream().map(type -> type.asString()).toList(),
                shown + "(" + String.join(",", simple) + ")");
    }
}
