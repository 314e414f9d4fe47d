package io.jenkins.plugins.connleak.core.leak;

import java.util.List;

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
}
