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
    private final Optional<FlowGraph> graph;
    private volatile @Nullable Boolean returnsThis;

    MethodModel(TypeModel owner, Signature signature, Set<Trait> traits, Optional<FlowGraph> graph) {
        this.owner = owner;
        this.signature = signature;
        this.traits = Set.copyOf(traits);
        this.graph = graph;
    }

    TypeModel owner() {
        return owner;
    }

    Signature signature() {
        return signature;
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** The body; empty for an abstract method and for one that was given up. */
    Optional<FlowGraph> graph() {
        return graph;
    }

    /** Whether it hands out the object that it is called on. */
    boolean returnsThis() {
        Boolean known = returnsThis;
        if (known == null) {
            known = graph.filter(body -> body.nodes().stream()
                            .anyMatch(
                                    node -> node.op() instanceof Op.Return result && result.source() == Op.Return.THIS))
                    .isPresent();
            returnsThis = known;
        }
        return known;
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
