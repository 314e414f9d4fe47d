package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Care;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Given;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What a body does itself about what it gives to other methods of its file: whoever closes a connection or a statement
 * on all ways closes what a helper opens from it as well.
 */
final class OwnersGiven {
    private final BodyFacts facts;
    private final FlowGraph graph;
    private final Aliases aliases;
    private final Function<BodyFacts.Site, SiteResult> following;
    private final IntFunction<ParameterEffect> parameters;
    private final Map<String, Given> found = new HashMap<>();

    /**
     * Looks at one body.
     *
     * @param following follows what an acquisition opens
     * @param parameters what becomes of a parameter
     */
    OwnersGiven(
            BodyFacts facts,
            Aliases aliases,
            Function<BodyFacts.Site, SiteResult> following,
            IntFunction<ParameterEffect> parameters) {
        this.facts = facts;
        this.graph = facts.graph();
        this.aliases = aliases;
        this.following = following;
        this.parameters = parameters;
    }

    /** By the method and the index of its parameter, see {@link #key}. */
    Care find() {
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke) {
                for (MethodModel target : facts.effects().types().visible(invoke)) {
                    if (target.hasBody()
                            && target.owner()
                                    .file()
                                    .equals(facts.method().owner().file())) {
                        look(invoke, target);
                    }
                }
            }
        }
        return new Care(found);
    }

    private void look(Op.Invoke invoke, MethodModel target) {
        for (int i = 0; i < invoke.arguments().size(); i++) {
            int parameter = target.parameterOf(i);
            if (parameter >= 0 && mayBeOwner(invoke.arguments().get(i))) {
                found.merge(key(target, parameter), given(invoke.arguments().get(i)), Given::and);
            }
        }
    }

    /** What stands for a parameter of a method. */
    static String key(MethodModel method, int parameter) {
        return method.owner().qualifiedName() + "." + method.signature().name()
                + method.signature().parameterTypes() + parameter;
    }

    private boolean mayBeOwner(int register) {
        String type =
                register < 0 ? "" : TypeNames.erase(facts.effects().types().of(register));
        while (TypeNames.isArray(type)) {
            type = TypeNames.element(type);
        }
        return facts.effects().kindOf(type).isPresent();
    }

    private Given given(int register) {
        Given all = Given.CLOSED;
        boolean isKnown = false;
        for (BodyFacts.Site site : facts.sites()) {
            if (facts.targets(site).anyMatch(target -> aliases.names(target).get(register))) {
                isKnown = true;
                all = all.and(ofSite(site));
            }
        }
        for (int parameter = 0; parameter < graph.parameters(); parameter++) {
            if (aliases.names(parameter).get(register)) {
                isKnown = true;
                all = all.and(ofParameter(parameter));
            }
        }
        return isKnown ? all : Given.LEFT;
    }

    private Given ofSite(BodyFacts.Site site) {
        SiteResult result = following.apply(site);
        // that it leaks by itself when something fails is told of where it is opened
        boolean isClosed = result.leaks().stream().allMatch(exit -> exit.state().has(ObligationState.THREW))
                && result.fate().isReleased()
                && !result.fate().isTransferred()
                && !result.fate().isReturned()
                && result.fields().isEmpty();
        if (!isClosed) {
            return Given.LEFT;
        }
        return site.acquired().kind() == ResourceKind.CONNECTION
                        && site.acquired().mayBePooled()
                ? Given.HANDED_BACK
                : Given.CLOSED;
    }

    private Given ofParameter(int parameter) {
        if (facts.isLambda()) {
            // whoever calls a lambda closes what it hands in
            return Given.HANDED_BACK;
        }
        return parameters.apply(parameter) == ParameterEffect.CLOSED ? Given.HANDED_BACK : Given.passedOn(parameter);
    }
}
