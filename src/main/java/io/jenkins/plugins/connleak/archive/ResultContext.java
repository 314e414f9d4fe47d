package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of a result beside the report itself.
 *
 * @param revision what was scanned
 * @param changes what came and went since a reference build; empty if the result was compared with none
 * @param gate verdict of the quality gates: empty without gates, {@code passed}, or what the worst gate that tripped means
 * @param evidence run-time evidence: how much of it, by name; empty if there is none
 */
public record ResultContext(Revision revision, Optional<Changes> changes, String gate, Map<String, Integer> evidence) {
    /** Nothing is known. */
    public static final ResultContext NONE = new ResultContext(Revision.UNKNOWN, Optional.empty(), "", Map.of());

    /** What the report itself tells: its run-time evidence. */
    static ResultContext of(ScanReport report) {
        return new ResultContext(
                Revision.UNKNOWN,
                Optional.empty(),
                "",
                report.evidence().totals().byName());
    }

    /**
     * What was scanned.
     *
     * @param branch name of the branch; empty if not known
     * @param commit id of the commit; empty if not known
     */
    public record Revision(String branch, String commit) {
        /** Neither is known. */
        public static final Revision UNKNOWN = new Revision("", "");

        public Revision {
            Objects.requireNonNull(branch);
            Objects.requireNonNull(commit);
        }
    }

    /**
     * What came and went since a reference build.
     *
     * @param added places of the new leaks in the report, from 0; all other leaks are outstanding
     * @param fixed number of leaks of the reference that are gone, 0 or more
     * @param firstSeen the build that had the leak first, by place; may be shorter than the report, or empty
     */
    public record Changes(SortedSet<Integer> added, int fixed, List<FirstSeen> firstSeen) {
        public Changes {
            added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
            firstSeen = List.copyOf(firstSeen);
        }
    }

    /**
     * The build that had a leak first, as far as builds are known.
     *
     * @param job full name of its job
     * @param buildId the build's own number in its job, as text
     */
    public record FirstSeen(String job, String buildId) {
        public FirstSeen {
            Objects.requireNonNull(job);
            Objects.requireNonNull(buildId);
        }
    }

    public ResultContext {
        Objects.requireNonNull(revision);
        Objects.requireNonNull(changes);
        Objects.requireNonNull(gate);
        evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
    }
}
