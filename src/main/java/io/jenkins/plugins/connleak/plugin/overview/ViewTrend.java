package io.jenkins.plugins.connleak.plugin.overview;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.trends.TrendPoint;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The leaks of many scans together, by day: those of each scan's last build at the end of the day. Drawn as stairs within a box of
 * {@link #WIDTH} by {@link #HEIGHT}, which the page stretches.
 */
public final class ViewTrend {
    /** Width of the box. */
    static final int WIDTH = 1_000;

    /** Height of the box. */
    static final int HEIGHT = 100;

    private final LocalDate first;
    private final ZoneId zone;
    private final int[] total;
    private final int[] definite;
    private final int[] scans;

    /**
     * The trend of so many days.
     *
     * @param days number of days, from 0 on
     * @param last the last of them
     * @param zone where days begin
     */
    ViewTrend(int days, LocalDate last, ZoneId zone) {
        this.first = last.minusDays(days - 1L);
        this.zone = zone;
        this.total = new int[days];
        this.definite = new int[days];
        this.scans = new int[days];
    }

    /** Adds a scan, whose points are ordered. */
    void add(List<TrendPoint> points) {
        int next = 0;
        for (int day = 0; day < total.length; day++) {
            long end = first.plusDays(day + 1L).atStartOfDay(zone).toInstant().toEpochMilli();
            while (next < points.size() && points.get(next).finishedMillis() < end) {
                next++;
            }
            if (next > 0) {
                TrendPoint latest = points.get(next - 1);
                total[day] += latest.total();
                definite[day] += latest.groups().byCertainty().getOrDefault(Certainty.DEFINITE.id(), 0);
                scans[day]++;
            }
        }
    }

    /** Whether there is anything to draw. */
    public boolean isDrawn() {
        return total.length > 0 && scans[scans.length - 1] > 0;
    }

    /** The most leaks of a day. */
    public int getMost() {
        return Arrays.stream(total).max().orElse(0);
    }

    /** The first day, such as 2026-11-21. */
    public String getFirst() {
        return first.toString();
    }

    /** The last day. */
    public String getLast() {
        return first.plusDays(total.length - 1L).toString();
    }

    /** Definite leaks, as the path of an area. */
    public String getDefiniteArea() {
        return area(definite);
    }

    /** All leaks, as the path of an area. */
    public String getTotalArea() {
        return area(total);
    }

    private String area(int[] values) {
        double most = Math.max(1, getMost());
        StringBuilder path = new StringBuilder("M0 " + HEIGHT);
        for (int day = 0; day < values.length; day++) {
            path.append(String.format(Locale.ROOT, "V%.1fH%.1f", HEIGHT * (1 - values[day] / most), from(day + 1)));
        }
        return path.append("V" + HEIGHT + "Z").toString();
    }

    /** Where a day begins in the box. */
    private double from(int day) {
        return (double) WIDTH * day / total.length;
    }

    /** What is told of the days, one by one. */
    public List<Day> getDays() {
        return IntStream.range(0, total.length)
                .mapToObj(day -> new Day(
                        from(day),
                        from(1),
                        Messages.LeakPortlet_day(first.plusDays(day), total[day], definite[day], scans[day])))
                .toList();
    }

    /** A day of the trend. */
    public static final class Day {
        private final double from;
        private final double width;
        private final String label;

        Day(double from, double width, String label) {
            this.from = from;
            this.width = width;
            this.label = label;
        }

        /** Where it begins in the box. */
        public String getFrom() {
            return String.format(Locale.ROOT, "%.1f", from);
        }

        /** How much of the box it takes. */
        public String getWidth() {
            return String.format(Locale.ROOT, "%.1f", width);
        }

        /** Its figures, for people. */
        public String getLabel() {
            return label;
        }
    }
}
