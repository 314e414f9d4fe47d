package io.jenkins.plugins.connleak.core.leak;

import java.util.List;
import java.util.Optional;

/** What stands for the type variables of a class in a type that is made of it. */
final class TypeArguments {
    private TypeArguments() {}

    /**
     * The type that a method returns when a class calls it on a value of that type: its variables replaced where they
     * are known.
     */
    static String resultOf(MethodModel method, String receiver, TypeModel caller, Workspace workspace) {
        TypeModel owner = method.owner();
        String written = method.signature().returnType();
        int index = owner.parameters().indexOf(written);
        if (index >= 0) {
            Optional<String> argument = ofReceiver(owner, index, receiver)
                    .map(given -> workspace.qualify(given, caller))
                    .or(() -> workspace.type(receiver).flatMap(type -> ofSupertype(owner, index, type, workspace)));
            if (argument.isPresent()) {
                return argument.get();
            }
        }
        return workspace.qualify(written, owner);
    }

    private static Optional<String> ofReceiver(TypeModel owner, int index, String receiver) {
        boolean isOwner = TypeNames.erase(receiver).equals(owner.qualifiedName());
        return isOwner ? pick(TypeNames.arguments(receiver), index) : Optional.empty();
    }

    private static Optional<String> ofSupertype(TypeModel owner, int index, TypeModel receiver, Workspace workspace) {
        for (TypeModel type : workspace.lineage(receiver)) {
            for (var entry : type.arguments().entrySet()) {
                if (workspace.qualify(entry.getKey(), type).equals(owner.qualifiedName())) {
                    return pick(entry.getValue(), index).map(argument -> workspace.qualify(argument, type));
                }
            }
        }
        return Optional.empty();
    }

    /** An argument, unless nothing is known of it. */
    private static Optional<String> pick(List<String> arguments, int index) {
        if (index >= arguments.size()) {
            return Optional.empty();
        }
        String argument = arguments.get(index);
        String upper = argument.startsWith("? extends ") ? argument.substring("? extends ".length()) : argument;
        return upper.startsWith("?") || upper.length() == 1 ? Optional.empty() : Optional.of(upper);
    }
}
