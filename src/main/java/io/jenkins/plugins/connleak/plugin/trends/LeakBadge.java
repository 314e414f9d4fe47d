package io.jenkins.plugins.connleak.plugin.trends;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.actions.Standing;
import io.jenkins.plugins.connleak.plugin.badge.Badge;
import java.util.List;
import java.util.Optional;

/** The state of a scan as a badge: of its last build, or of the last one of a release. */
final class LeakBadge {
    private LeakBadge() {}

    /**
     * The badge of those points, which are ordered.
     *
     * @param label what stands on its left; empty for the usual word
     * @param release whose last build is shown; empty for the last build of all
     */
    static Badge of(List<TrendPoint> points, String label, String release) {
        String left = label.isBlank() ? Messages.Badge_label() : label.trim();
        return last(points, release)
                .map(point -> new Badge(left, message(point), colour(point)))
                .orElseGet(() -> new Badge(left, Messages.Badge_noScan(), Badge.Colour.GREY));
    }

    private static Optional<TrendPoint> last(List<TrendPoint> points, String release) {
        return points.stream()
                .filter(point -> release.isEmpty() || point.label().release().equals(release))
                .reduce((earlier, later) -> later);
    }

    private static String message(TrendPoint point) {
        String leaks = Messages.Badge_leaks(point.total());
        int added = point.course().added();
        String told = added > 0 ? Messages.Badge_new(leaks, added) : leaks;
        return switch (point.course().standing()) {
            case UNJUDGED, PASSED -> told;
            case UNSTABLE -> Messages.Badge_unstable(told);
            case ERROR, FAILURE -> Messages.Badge_failed(told);
        };
    }

    /** By the quality gates; where there are none, by the leaks. */
    private static Badge.Colour colour(TrendPoint point) {
        Standing standing = point.course().standing();
        return switch (standing) {
            case PASSED -> Badge.Colour.GREEN;
            case UNSTABLE -> Badge.Colour.AMBER;
            case ERROR, FAILURE -> Badge.Colour.RED;
            case UNJUDGED -> ofLeaks(point);
        };
    }

    private static Badge.Colour ofLeaks(TrendPoint point) {
        if (point.total() == 0) {
            return Badge.Colour.GREEN;
        }
        return point.count(Certainty.DEFINITE) > 0 ? Badge.Colour.RED : Badge.Colour.AMBER;
    }
}
