package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.PathSolver.Visit;
import io.jenkins.plugins.connleak.core.model.Certainty;
import java.util.List;
import java.util.Set;

/**
 * What became of one acquisition.
 *
 * @param site the acquisition
 * @param leaks ways out on which it is still open, shortest first
 * @param fate what happens to it on the other ways
 * @param fields fields in which it is left open
 * @param parents fields from which it was opened
 * @param held ways out by exceptions on which it stays open in a field that the method closes where nothing fails
 */
record SiteResult(
        BodyFacts.Site site,
        List<Visit<ObligationState>> leaks,
        Fate fate,
        Set<String> fields,
        Set<String> parents,
        List<Visit<ObligationState>> held) {
    /**
     * What happens to it on some way.
     *
     * @param isReleased whether it is closed
     * @param isTransferred whether somebody else gets it
     * @param isReturned whether it is returned open
     * @param parameter the parameter whose closing closes it; -1 if there is none
     * @param kept fields that hold it when the method ends normally
     * @param owners what else is opened in the body and closes it when it is closed
     */
    record Fate(
            boolean isReleased,
            boolean isTransferred,
            boolean isReturned,
            int parameter,
            Set<String> kept,
            Set<Short> owners) {
        Fate {
            kept = Set.copyOf(kept);
            owners = Set.copyOf(owners);
        }
    }

    SiteResult {
        leaks = List.copyOf(leaks);
        fields = Set.copyOf(fields);
        parents = Set.copyOf(parents);
        held = List.copyOf(held);
    }

    /** The same, of something that is opened so surely. */
    SiteResult withCertainty(Certainty certainty) {
        CallEffect.Acquired acquired = site.acquired().withCertainty(certainty);
        return new SiteResult(
                new BodyFacts.Site(site.value(), site.node(), acquired, site.field()),
                leaks,
                fate,
                fields,
                parents,
                held);
    }

    /** The same, with the ways out on which a field holds it counted as leaks. */
    SiteResult withHeldAsLeaks() {
        return new SiteResult(site, held, fate, fields, parents, held);
    }
}
