package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.List;

/**
 * Run-time evidence of a leak that the sources show.
 *
 * @param sameLine whether the logs name the line of the acquisition; if not, they name another line of its method, as the
 *     sources have changed since the program was built
 * @param sites the stacks with which it was seen, those seen most first; never empty
 */
public record Confirmation(boolean sameLine, List<EvidenceSite> sites) implements Serializable {
    public Confirmation {
        sites = List.copyOf(sites);
    }

    /** All stacks together. */
    public Sightings sightings() {
        return sites.stream().map(EvidenceSite::sightings).reduce(Sightings.NONE, Sightings::plus);
    }
}
