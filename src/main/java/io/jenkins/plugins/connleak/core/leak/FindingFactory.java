package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.PathSolver.Visit;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Explanation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns acquisitions that stay open into findings: which rule, how sure, and the path that shows it. */
final class FindingFactory {
    /** The findings of one body, but for those about fields. */
    List<Finding> findings(MethodResult result) {
        List<SiteResult> leaking =
                result.sites().stream().filter(site -> !site.leaks().isEmpty()).toList();
        List<Finding> findings = new ArrayList<>();
        leaking.stream()
                .filter(site -> leaking.stream().noneMatch(owner -> isMendedWith(result.facts(), site, owner)))
                .forEach(site -> findings.add(finding(result.facts(), site)));
        return findings;
    }

    /**
     * Whether closing another one that leaks as well would close it: one finding says it all. Statements and rows are
     * told of by themselves, since a pool may keep the connection and them open.
     */
    private static boolean isMendedWith(BodyFacts facts, SiteResult site, SiteResult owner) {
        ResourceKind kind = site.site().acquired().kind();
        return kind != ResourceKind.STATEMENT
                && kind != ResourceKind.RESULT_SET
                && site.fate().owners().contains(owner.site().value())
                && site.leaks().stream().allMatch(exit -> leavesBy(owner, exit.node()))
                && (isDefinite(facts, owner) || !isDefinite(facts, site));
    }

    private static boolean leavesBy(SiteResult site, Node exit) {
        return site.leaks().stream().anyMatch(other -> other.node().id() == exit.id());
    }

    private static boolean isDefinite(BodyFacts facts, SiteResult site) {
        return finding(facts, site).certainty() == Certainty.DEFINITE;
    }

    /** The finding about a field that the method which opens it closes only where nothing fails. */
    Finding heldFinding(BodyFacts facts, SiteResult site, Certainty atMost) {
        Finding finding = finding(facts, site.withHeldAsLeaks());
        return atMost == Certainty.POSSIBLE ? finding.withCertainty(Certainty.POSSIBLE) : finding;
    }

    private static Finding finding(BodyFacts facts, SiteResult site) {
        String variable = Variables.nameOf(facts, site.site());
        LeakKind rule = rule(facts, site, variable);
        Visit<ObligationState> exit = best(facts, site, rule);
        Resource resource = resource(site, variable);
        List<PathStep> steps = new PathStory(facts, site.site(), variable).tell(exit);
        String message = exit.state().has(ObligationState.PILED_UP)
                ? Advice.piledUp(resource)
                : exit.state().has(ObligationState.LEFT_TO_POOL)
                        ? Advice.leftToPool(resource)
                        : Advice.message(rule, resource, steps);
        return new Finding(
                rule,
                certainty(facts, site, exit, rule),
                resource,
                place(facts, site.site().node()),
                new Explanation(message, steps, Advice.hint(rule, resource)),
                Fingerprint.NONE);
    }

    static Resource resource(SiteResult site, String variable) {
        CallEffect.Acquired acquired = site.site().acquired();
        return new Resource(acquired.kind(), TypeNames.erase(acquired.type()), variable);
    }

    static Place place(BodyFacts facts, Node node) {
        TypeModel owner = facts.method().owner();
        return new Place(
                owner.file().path(),
                node.line(),
                owner.file().packageName(),
                owner.name(),
                facts.method().signature().display());
    }

    private static boolean isNormal(BodyFacts facts, Visit<ObligationState> exit) {
        return exit.node().id() == facts.graph().normalExit();
    }

    private static LeakKind rule(BodyFacts facts, SiteResult site, String variable) {
        boolean normal = site.leaks().stream().anyMatch(exit -> isPlain(facts, exit));
        boolean overwritten = site.leaks().stream()
                .filter(exit -> isPlain(facts, exit) || !normal)
                .anyMatch(exit -> exit.state().has(ObligationState.OVERWRITTEN));
        if (overwritten) {
            return LeakKind.OVERWRITTEN;
        }
        if (site.leaks().stream().allMatch(exit -> exit.state().has(ObligationState.PILED_UP))) {
            return LeakKind.NEVER_CLOSED;
        }
        boolean handled = site.fate().isReleased()
                || site.fate().isTransferred()
                || site.fate().isReturned()
                || !site.fields().isEmpty();
        if (!handled) {
            boolean named = !variable.isEmpty()
                    || site.leaks().stream().anyMatch(exit -> exit.state().has(ObligationState.NAMED));
            return named ? LeakKind.NEVER_CLOSED : LeakKind.TEMPORARY_NEVER_CLOSED;
        }
        return normal ? LeakKind.NOT_CLOSED_ON_PATH : LeakKind.NOT_CLOSED_ON_EXCEPTION;
    }

    /** Whether a way out is a normal one, and no exception was thrown on it. */
    private static boolean isPlain(BodyFacts facts, Visit<ObligationState> exit) {
        return isNormal(facts, exit) && !exit.state().has(ObligationState.THREW);
    }

    /** The way out that shows the leak best: of the rule's kind, without unseen code if possible, shortest. */
    private static Visit<ObligationState> best(BodyFacts facts, SiteResult site, LeakKind rule) {
        Comparator<Visit<ObligationState>> order = Comparator.comparing((Visit<ObligationState> exit) ->
                        rule == LeakKind.OVERWRITTEN && !exit.state().has(ObligationState.OVERWRITTEN))
                .thenComparing(exit -> !isPlain(facts, exit))
                .thenComparing(exit -> exit.state().has(ObligationState.PILED_UP))
                .thenComparing(exit -> exit.state().has(ObligationState.LEFT_TO_POOL))
                .thenComparing(exit -> exit.state().has(ObligationState.UNSEEN_THROW))
                .thenComparing(exit -> exit.state().has(ObligationState.SHOWN));
        return site.leaks().stream().min(order).orElseThrow();
    }

    /** Whether it is left to what a lambda is given, which whoever calls the lambda closes. */
    private static boolean isOfTemplate(BodyFacts facts, SiteResult site) {
        return facts.isLambda() && site.fate().parameter() >= 0 && !site.fate().isReleased();
    }

    private static Certainty certainty(BodyFacts facts, SiteResult site, Visit<ObligationState> exit, LeakKind rule) {
        ObligationState state = exit.state();
        boolean ownershipUnsure =
                state.has(ObligationState.SHOWN) && !site.fate().isReleased();
        boolean throwUnsure = state.has(ObligationState.UNSEEN_THROW)
                && (rule == LeakKind.NOT_CLOSED_ON_EXCEPTION || exitIsExceptional(exit));
        boolean possible = site.site().acquired().certainty() == Certainty.POSSIBLE
                || ownershipUnsure
                || throwUnsure
                || isOfTemplate(facts, site)
                || state.has(ObligationState.CHILD_RETURNED)
                || state.has(ObligationState.PILED_UP)
                || state.has(ObligationState.LEFT_TO_POOL);
        return possible ? Certainty.POSSIBLE : Certainty.DEFINITE;
    }

    private static boolean exitIsExceptional(Visit<ObligationState> exit) {
        return exit.node().op() instanceof Op.Nop nop && nop.point() == Op.Point.EXCEPTIONAL_EXIT;
    }

    /** The finding about a field that no method closes. */
    Finding fieldFinding(BodyFacts facts, SiteResult site, String field, Certainty certainty) {
        Resource resource = resource(site, field);
        Place place = place(facts, site.site().node());
        List<PathStep> steps = List.of(
                new PathStep(place.file(), place.line(), PathStep.Kind.ACQUIRED, "opened and kept in field " + field),
                new PathStep(
                        place.file(),
                        place.line(),
                        PathStep.Kind.LEAVES,
                        "no method of " + facts.method().owner().name() + " closes field " + field));
        return new Finding(
                LeakKind.FIELD_NEVER_CLOSED,
                certainty,
                resource,
                place,
                new Explanation(
                        Advice.message(LeakKind.FIELD_NEVER_CLOSED, resource, steps),
                        steps,
                        Advice.hint(LeakKind.FIELD_NEVER_CLOSED, resource)),
                Fingerprint.NONE);
    }

    /** The acquisition's result, if an operation has one. */
    static Optional<Integer> target(Node node) {
        return node.op() instanceof Op.Invoke invoke ? Optional.of(invoke.target()) : Optional.empty();
    }
}
