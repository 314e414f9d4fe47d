package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.PathSolver;
import io.jenkins.plugins.connleak.core.flow.PathSolver.Visit;
import io.jenkins.plugins.connleak.core.leak.ObligationState.Phase;
import java.util.List;
import java.util.Set;

/** Follows what a method did not open itself but has to close: it owes that on exceptions if it does so where nothing fails. */
final class Duty {
    private final BodyFacts facts;
    private final ExceptionTypes exceptions;

    Duty(BodyFacts facts, ExceptionTypes exceptions) {
        this.facts = facts;
        this.exceptions = exceptions;
    }

    /** What a method owes of the closing when something fails. */
    enum Share {
        ALL,
        /** Nothing of what its callers can do, who see the exception. */
        UNLESS_CALLERS_KNOW
    }

    /** The ways out on which it stays open since something failed; none if no path closes it. */
    SiteResult follow(BodyFacts.Site site, Phase start) {
        return follow(site, start, Share.ALL);
    }

    /** The ways out on which it stays open since something failed and that the method answers for. */
    SiteResult follow(BodyFacts.Site site, Phase start, Share share) {
        ObligationTransfer transfer = new ObligationTransfer(facts, exceptions, site.value(), start);
        List<Visit<ObligationState>> open = PathSolver.solve(facts.graph(), transfer, facts.limit()).stream()
                .filter(exit -> exit.state().isOpen())
                .toList();
        // where it may stay open without any failure, a failure that is caught tells nothing
        boolean mayStay = open.stream().anyMatch(exit -> !throwsOut(exit) && !hasFailed(exit));
        List<Visit<ObligationState>> leaks = open.stream()
                .filter(exit -> throwsOut(exit) ? share == Share.ALL : hasFailed(exit) && !mayStay)
                .toList();
        SiteResult.Fate fate = new SiteResult.Fate(true, false, false, -1, Set.of(), Set.of());
        return new SiteResult(site, transfer.isReleased() ? leaks : List.of(), fate, Set.of(), Set.of(), List.of());
    }

    private boolean throwsOut(Visit<ObligationState> exit) {
        return exit.node().id() == facts.graph().exceptionalExit();
    }

    private static boolean hasFailed(Visit<ObligationState> exit) {
        return exit.state().has(ObligationState.THREW);
    }
}
