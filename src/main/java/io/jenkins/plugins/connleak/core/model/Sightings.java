package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * How often something was seen at run time, and by whom.
 *
 * @param count leaked connections, or failed requests; what was taken back later is not in it
 * @param tools pools and drivers that said so, such as {@code HikariCP}, in natural order
 * @param pools names of the pools as far as the logs tell them, in natural order
 * @param first the earliest time that a log gives, as {@code 2026-11-21 00:03:15} in the log's own zone; empty if none does
 * @param last the latest time that a log gives, in the same form
 */
public record Sightings(int count, List<String> tools, List<String> pools, String first, String last)
        implements Serializable {
    /** Nothing was seen. */
    public static final Sightings NONE = new Sightings(0, List.of(), List.of(), "", "");

    public Sightings {
        tools = List.copyOf(tools);
        pools = List.copyOf(pools);
        Objects.requireNonNull(first);
        Objects.requireNonNull(last);
    }

    /** These and those together. */
    public Sightings plus(Sightings other) {
        return new Sightings(
                (int) Math.min(Integer.MAX_VALUE, (long) count + other.count),
                union(tools, other.tools),
                union(pools, other.pools),
                first.isEmpty() || (!other.first.isEmpty() && other.first.compareTo(first) < 0) ? other.first : first,
                last.compareTo(other.last) < 0 ? other.last : last);
    }

    private static List<String> union(Collection<String> some, Collection<String> others) {
        TreeSet<String> all = new TreeSet<>(some);
        all.addAll(others);
        return new ArrayList<>(all);
    }
}
