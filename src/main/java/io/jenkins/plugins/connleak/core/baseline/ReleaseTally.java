package io.jenkins.plugins.connleak.core.baseline;

import io.jenkins.plugins.connleak.core.model.ReleaseTotals;
import io.jenkins.plugins.connleak.core.model.ScanSeries;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds builds up by release. Holds one entry per series and release and no build, whatever number of builds it is given. */
public final class ReleaseTally {
    /** Most releases that are told apart; builds of others are counted in {@link #leftOut()}. */
    public static final int MAX_RELEASES = 100_000;

    private static final Comparator<ReleaseTotals> ORDER = Comparator.comparing(ReleaseTotals::series)
            .thenComparing(totals -> totals.first().finishedAt())
            .thenComparing(ReleaseTotals::release);

    private final Map<Key, ReleaseTotals> releases = new HashMap<>();
    private int leftOut;

    private record Key(ScanSeries series, String release) {}

    /** Counts a build. */
    public void add(ScanSeries series, String release, ReleaseTotals.Point point) {
        Key key = new Key(series, release);
        ReleaseTotals before = releases.get(key);
        if (before != null) {
            releases.put(key, before.with(point));
        } else if (releases.size() < MAX_RELEASES) {
            releases.put(key, ReleaseTotals.of(series, release, point));
        } else {
            leftOut++;
        }
    }

    /** The releases: by series, then in the order of their first builds. */
    public List<ReleaseTotals> releases() {
        return releases.values().stream().sorted(ORDER).toList();
    }

    /** Number of builds that were not counted because there are too many releases. */
    public int leftOut() {
        return leftOut;
    }
}
