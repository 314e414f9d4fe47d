package io.jenkins.plugins.connleak.plugin.trends;

import java.util.Date;
import java.util.Locale;

/** One build in the list of the trend's page. */
public final class TrendRow {
    private final TrendPoint point;
    private final TrendPoint previous;

    TrendRow(TrendPoint point, TrendPoint previous) {
        this.point = point;
        this.previous = previous;
    }

    public int getNumber() {
        return point.number();
    }

    /** When the scan ended. */
    public Date getFinished() {
        return new Date(point.finishedMillis());
    }

    public String getRelease() {
        return point.label().release();
    }

    public String getBuildNumber() {
        return point.label().buildNumber();
    }

    public int getTotal() {
        return point.total();
    }

    public int getDefinite() {
        return point.groups().byCertainty().getOrDefault("definite", 0);
    }

    public int getPossible() {
        return point.groups().byCertainty().getOrDefault("possible", 0);
    }

    /** Number of leaks that the reference of the scan does not have. */
    public int getAdded() {
        return point.course().added();
    }

    /** Number of leaks of the reference of the scan that are gone. */
    public int getFixed() {
        return point.course().fixed();
    }

    /** How long the scan took, in seconds with one digit. */
    public String getSeconds() {
        return String.format(Locale.ROOT, "%.1f", point.course().durationMillis() / 1000.0);
    }

    /** How many leaks more, or less, than at the scan before, such as {@code +3}; empty if as many. */
    public String getChange() {
        int change = point.total() - previous.total();
        return change == 0 ? "" : String.format(Locale.ROOT, "%+d", change);
    }

    /** Whether there are more leaks than at the scan before. */
    public boolean isWorse() {
        return point.total() > previous.total();
    }
}
