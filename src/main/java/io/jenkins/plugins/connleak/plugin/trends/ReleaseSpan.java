package io.jenkins.plugins.connleak.plugin.trends;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The builds of one release.
 *
 * @param release the release; empty for builds that have none
 * @param first its first build
 * @param last its last build; the first if there is but one
 */
record ReleaseSpan(String release, TrendPoint first, TrendPoint last) {
    /** The releases of those points, which are ordered, in the order of their first builds; builds may be mixed. */
    static List<ReleaseSpan> of(List<TrendPoint> points) {
        Map<String, ReleaseSpan> spans = new LinkedHashMap<>();
        for (TrendPoint point : points) {
            String release = point.label().release();
            spans.merge(
                    release,
                    new ReleaseSpan(release, point, point),
                    (known, now) -> new ReleaseSpan(release, known.first(), now.last()));
        }
        return new ArrayList<>(spans.values());
    }
}
