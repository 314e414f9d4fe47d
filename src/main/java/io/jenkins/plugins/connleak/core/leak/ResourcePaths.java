package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Condition;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.PathSolver;
import io.jenkins.plugins.connleak.core.flow.PathSolver.Visit;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import io.jenkins.plugins.connleak.core.leak.ObligationState.Phase;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows one resource through a body on all paths: one that an acquisition opens, or one that a parameter brings in.
 * Most are closed on all of them, which a rough look shows in a fraction of the time.
 */
final class ResourcePaths {
    private final BodyFacts facts;
    private final ExceptionTypes exceptions;
    private final boolean isThorough;

    /** With a rough look first, unless it is to be thorough. */
    ResourcePaths(BodyFacts facts, ExceptionTypes exceptions, boolean isThorough) {
        this.facts = facts;
        this.exceptions = exceptions;
        this.isThorough = isThorough;
    }

    /** What becomes of what an acquisition opens. */
    SiteResult follow(BodyFacts.Site site) {
        if (!isThorough) {
            ObligationTransfer rough = new ObligationTransfer(facts, exceptions, site.value(), Knowledge.ROUGH);
            if (!PathSolver.leaves(facts.graph(), rough, facts.limit(), ObligationState::isOpen)) {
                SiteResult.Fate fate =
                        new SiteResult.Fate(rough.isReleased(), rough.isTransferred(), false, -1, Set.of(), Set.of());
                return new SiteResult(site, List.of(), fate, Set.of(), parentFields(site), List.of());
            }
        }
        return followClosely(site);
    }

    /** The same without a rough look first: for what is likely to be left open. */
    SiteResult followClosely(BodyFacts.Site site) {
        SiteResult result = follow(site, Set.of());
        if (result.leaks().isEmpty() || !result.fate().isReleased()) {
            return result;
        }
        Set<Condition> leftToOthers = ToldOwners.conditions(facts, site);
        return leftToOthers.isEmpty() ? result : follow(site, leftToOthers);
    }

    private SiteResult follow(BodyFacts.Site site, Set<Condition> leftToOthers) {
        ObligationTransfer transfer = new ObligationTransfer(facts, exceptions, site.value(), leftToOthers);
        List<Visit<ObligationState>> leaks = new ArrayList<>();
        Set<String> fields = new TreeSet<>();
        Set<String> kept = new TreeSet<>();
        List<Visit<ObligationState>> held = new ArrayList<>();
        List<Visit<ObligationState>> afterFailure = new ArrayList<>();
        boolean returned = false;
        List<Visit<ObligationState>> exits = PathSolver.solve(facts.graph(), transfer, facts.limit());
        for (Visit<ObligationState> exit : exits) {
            boolean isNormal = exit.node().id() == facts.graph().normalExit();
            if (!exit.state().isOpen() || (isNormal && transfer.isGivenAway(exit.state()))) {
                continue;
            }
            Set<String> holders = fieldsHolding(exit.state(), site.value());
            if (isNormal && exit.state().has(ObligationState.RETURNED) && holders.isEmpty()) {
                returned = true;
            } else if (!holders.isEmpty() && (isNormal || !facts.isConstructor())) {
                fields.addAll(holders);
                if (!isNormal) {
                    held.add(exit);
                } else if (exit.state().has(ObligationState.THREW)) {
                    afterFailure.add(exit);
                } else {
                    kept.addAll(holders);
                }
            } else {
                leaks.add(exit);
            }
        }
        boolean isClosedHere = transfer.isReleasedWithoutFailure() && kept.isEmpty();
        if (isClosedHere) {
            // what is closed where nothing fails is not meant to be kept where a failure has been handled
            held.addAll(afterFailure);
        } else {
            afterFailure.forEach(exit -> kept.addAll(fieldsHolding(exit.state(), site.value())));
        }
        int parameter = parentParameter(transfer.parents());
        if (parameter >= 0 && facts.isLambda() && site.acquired().kind() == ResourceKind.RESULT_SET) {
            // whoever calls a lambda closes what it hands in
            leaks.clear();
        }
        if (isOfResourceAround(transfer.parents())) {
            leaks.clear();
        }
        SiteResult.Fate fate = new SiteResult.Fate(
                transfer.isReleased(), transfer.isTransferred(), returned, parameter, kept, transfer.parents());
        boolean isMeantToBeClosed = transfer.isReleased() && kept.isEmpty();
        return new SiteResult(site, leaks, fate, fields, parentFields(site), isMeantToBeClosed ? held : List.of());
    }

    private Set<String> fieldsHolding(ObligationState state, short value) {
        Set<String> fields = new TreeSet<>();
        for (int i = 0; i < state.values().size(); i++) {
            Register place = facts.register(state.values().register(i));
            if (state.values().entry(i) == value && place.kind() == Register.Kind.FIELD) {
                fields.add(place.name());
            }
        }
        return fields;
    }

    private Set<String> parentFields(BodyFacts.Site site) {
        Set<String> fields = new TreeSet<>();
        if (site.node().op() instanceof Op.Invoke invoke && invoke.receiver() >= 0) {
            Register receiver = facts.register(invoke.receiver());
            if (receiver.kind() == Register.Kind.FIELD) {
                fields.add(receiver.name());
            }
        }
        return fields;
    }

    private int parentParameter(Set<Short> parents) {
        short[] initial = facts.initialValues();
        for (int i = 0; i < facts.graph().parameters(); i++) {
            if (parents.contains(initial[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a try-with-resources statement around a lambda closes one of these values. */
    private boolean isOfResourceAround(Set<Short> values) {
        short[] initial = facts.initialValues();
        for (int register = 0; register < initial.length; register++) {
            if (facts.register(register).kind() == Register.Kind.CAPTURED_RESOURCE
                    && values.contains(initial[register])) {
                return true;
            }
        }
        return false;
    }

    /** What becomes of what a parameter brings in. */
    ParameterEffect parameter(int parameter) {
        short value = facts.initialValues()[parameter];
        ParameterEffect effect = parameter(value, new ObligationTransfer(facts, exceptions, value, Phase.OPEN));
        if (effect != ParameterEffect.CLOSED_NORMALLY || !Company.hasAny(facts, parameter)) {
            return effect;
        }
        ObligationTransfer alone = new ObligationTransfer(facts, exceptions, value, Knowledge.ALONE);
        return parameter(value, alone) == ParameterEffect.CLOSED ? ParameterEffect.CLOSED_ALONE : effect;
    }

    private ParameterEffect parameter(short value, ObligationTransfer transfer) {
        boolean openNormally = false;
        boolean openOnException = false;
        boolean kept = false;
        boolean returned = false;
        boolean shown = false;
        for (Visit<ObligationState> exit : PathSolver.solve(facts.graph(), transfer, facts.limit())) {
            if (exit.state().isOpen()) {
                boolean isNormal = exit.node().id() == facts.graph().normalExit();
                kept |= isNormal && !fieldsHolding(exit.state(), value).isEmpty();
                returned |= isNormal && exit.state().has(ObligationState.RETURNED);
                shown |= isNormal && exit.state().has(ObligationState.SHOWN);
                openNormally |= isNormal;
                openOnException |= !isNormal;
            }
        }
        if (transfer.isReleased()) {
            return openNormally || openOnException ? ParameterEffect.CLOSED_NORMALLY : ParameterEffect.CLOSED;
        }
        if (returned) {
            return ParameterEffect.RETURNED;
        }
        if (kept || transfer.isTransferred()) {
            return ParameterEffect.KEPT;
        }
        return shown ? ParameterEffect.SHOWN : ParameterEffect.LENT;
    }
}
