package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Op;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One body of the workspace, or a method without one. Two models are the same only if they are the same object. */
final class MethodModel {
    /** What a declaration says besides its signature. */
    enum Trait {
        STATIC,
        CONSTRUCTOR,
        LAMBDA,
        PRIVATE,
        VARARGS,
        /** There is a body, which could not be parsed or is too large to be analysed. */
        UNSEEN
    }

    private final TypeModel owner;
    private final Signature signature;
    private final Set<Trait> traits;
    private final Optional<MethodBody> body;
    private volatile @Nullable Boolean returnsThis;

    MethodModel(TypeModel owner, Signature signature, Set<Trait> traits, Optional<MethodBody> body) {
        this.owner = owner;
        this.signature = signature;
        this.traits = Set.copyOf(traits);
        this.body = body;
    }

    TypeModel owner() {
        return owner;
    }

    Signature signature() {
        return signature;
    }

    Set<Trait> traits() {
        return traits;
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether there is a body in sight: neither for an abstract method nor for one that was given up with its file. */
    boolean hasBody() {
        return body.isPresent();
    }

    /** The body, without its graph being made. */
    Optional<MethodBody> body() {
        return body;
    }

    /** The graph of the body, made when it is asked for first; empty if there is no body, or none that can be lowered. */
    Optional<FlowGraph> graph() {
        try {
            return body.map(MethodBody::graph);
        } catch (RuntimeException e) {
            // whoever looks at this very body reports it: that it is too large or no Java, or an error of connleak's
            // own
            return Optional.empty();
        }
    }

    /** Whether it hands out the object that it is called on. */
    boolean returnsThis() {
        Boolean known = returnsThis;
        if (known == null) {
            known = graph().filter(graph -> graph.nodes().stream()
                            .anyMatch(
                                    node -> node.op() instanceof Op.Return result && result.source() == Op.Return.THIS))
                    .isPresent();
            returnsThis = known;
        }
        return known;
    }

    /** What is known of {@link #returnsThis} without the body being lowered for it. */
    Optional<Boolean> knownReturnsThis() {
        boolean isLowered = body.filter(MethodBody::isLowered).isPresent();
        return isLowered || body.isEmpty() ? Optional.of(returnsThis()) : Optional.ofNullable(returnsThis);
    }

    /** Takes what was known before of {@link #returnsThis}. */
    void knownToReturnThis(boolean known) {
        returnsThis = known;
    }

    /** Whether it can be called with that many arguments. */
    boolean takes(int arguments) {
        int parameters = signature.parameterTypes().size();
        return is(Trait.VARARGS) ? arguments >= parameters - 1 : arguments == parameters;
    }

    /** The parameter that an argument goes to. */
    int parameterOf(int argument) {
        return Math.min(argument, signature.parameterTypes().size() - 1);
    }
}
