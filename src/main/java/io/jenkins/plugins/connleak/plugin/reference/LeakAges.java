package io.jenkins.plugins.connleak.plugin.reference;

import hudson.model.Run;
import io.jenkins.plugins.connleak.core.baseline.Pairs;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.plugin.actions.FirstSeen;
import java.util.Optional;
import java.util.OptionalInt;

/** Since when an earlier build knows the leaks of a report. */
final class LeakAges {
    private final Reference.Content earlier;
    private final Pairs pairs;
    private final String job;

    private LeakAges(Reference.Content earlier, Pairs pairs, String job) {
        this.earlier = earlier;
        this.pairs = pairs;
        this.job = job;
    }

    /** What {@code earlier} knows of the report of {@code run}. */
    static LeakAges of(Reference.Content earlier, Run<?, ?> run, ScanReport report) {
        String own = run.getParent().getFullName();
        String other = earlier.run().getParent().getFullName();
        return new LeakAges(
                earlier, Pairs.between(earlier.report().findings(), report), own.equals(other) ? "" : other);
    }

    /** The build that had the leak at that place of the report first, if the earlier build has it. */
    Optional<FirstSeen> of(int place) {
        OptionalInt partner = pairs.partnerOf(place);
        if (partner.isEmpty()) {
            return Optional.empty();
        }
        FirstSeen first = earlier.history()
                .firstSeen(partner.getAsInt(), new FirstSeen("", earlier.run().getNumber()));
        return Optional.of(first.job().isEmpty() ? new FirstSeen(job, first.build()) : first);
    }
}
