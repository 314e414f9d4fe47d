package io.jenkins.plugins.connleak.runtime;

import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.Sightings;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up what logs say, by stack: a connection that comes back is taken off again, one that is reported twice counts
 * once. What it remembers is bounded: of connections the last {@value #MAX_REMEMBERED}, of stacks as many as it is told.
 */
final class EvidenceCollector implements EvidenceSink {
    /** Connections that are remembered until they come back. */
    static final int MAX_REMEMBERED = 20_000;

    private static final Comparator<EvidenceSite> ORDER = Comparator.<EvidenceSite>comparingInt(
                    site -> site.sightings().count())
            .reversed()
            .thenComparing(site -> site.frames().toString());

    private final int maxSites;
    private final Map<List<StackFrame>, Map<Tool, Sightings>> leaks = new LinkedHashMap<>();
    private final Map<List<StackFrame>, Map<Tool, Sightings>> exhaustions = new LinkedHashMap<>();
    private int refused;
    private final Map<Tool, Sightings> withoutStack = new EnumMap<>(Tool.class);
    private final Map<Tool, Integer> withStack = new EnumMap<>(Tool.class);
    private final Map<String, Deque<LeakReport>> reported = new LinkedHashMap<>();
    private final Map<Tool, LeakRounds> rounds = new EnumMap<>(Tool.class);
    private int connections;
    private int returned;
    private boolean isFull;

    EvidenceCollector(int maxSites) {
        this.maxSites = maxSites;
    }

    @Override
    public void leaked(LeakReport report) {
        Tool tool = report.head().tool();
        if (tool.isRepeating() && !report.head().connection().isEmpty()) {
            rounds.computeIfAbsent(tool, each -> new LeakRounds()).add(report);
            return;
        }
        if (tool == Tool.TOMCAT_JDBC && reported.containsKey(key(report.head()))) {
            return;
        }
        if (tool == Tool.HIKARI || tool == Tool.TOMCAT_JDBC) {
            remember(report);
        }
        count(report, 1);
    }

    @Override
    public void returned(LeakHead head, LogPlace at) {
        Deque<LeakReport> earlier = reported.get(key(head));
        if (earlier != null) {
            count(earlier.removeLast(), -1);
            returned++;
            if (earlier.isEmpty()) {
                reported.remove(key(head));
            }
        }
    }

    @Override
    public void exhausted(ExhaustionHead head, LogPlace at, List<StackFrame> frames) {
        refused++;
        add(exhaustions, frames, head.tool(), sightings(1, head.tool(), head.pool(), at));
    }

    @Override
    public void leftOpen(Tool tool, int count, LogPlace at) {
        Sightings seen = sightings(count, tool, "", at);
        withoutStack.merge(tool, seen, Sightings::plus);
        connections += count;
    }

    /** To be called behind the last line of each log: another log's connections are others. */
    void endLog() {
        reported.clear();
        rounds.values().forEach(each -> {
            each.open().forEach(report -> count(report, 1));
            returned += each.returned();
        });
        rounds.clear();
    }

    private void remember(LeakReport report) {
        if (reported.size() == MAX_REMEMBERED) {
            reported.remove(reported.keySet().iterator().next());
        }
        Deque<LeakReport> same = reported.computeIfAbsent(key(report.head()), name -> new ArrayDeque<>());
        if (same.size() == MAX_REMEMBERED) {
            same.removeFirst();
        }
        same.addLast(report);
    }

    private static String key(LeakHead head) {
        return head.tool() + "\n" + head.connection() + "\n" + head.thread();
    }

    private void count(LeakReport report, int number) {
        Tool tool = report.head().tool();
        Sightings seen = sightings(number, tool, report.head().pool(), report.at());
        connections += report.isConnection() ? number : 0;
        if (report.frames().isEmpty()) {
            withoutStack.merge(tool, seen, Sightings::plus);
        } else {
            withStack.merge(tool, number, Integer::sum);
            add(leaks, report.frames(), tool, seen);
        }
    }

    private void add(
            Map<List<StackFrame>, Map<Tool, Sightings>> sites, List<StackFrame> frames, Tool tool, Sightings seen) {
        if (sites.size() < maxSites || sites.containsKey(frames)) {
            sites.computeIfAbsent(frames, site -> new EnumMap<>(Tool.class)).merge(tool, seen, Sightings::plus);
        } else {
            isFull = true;
        }
    }

    private static Sightings sightings(int count, Tool tool, String pool, LogPlace at) {
        return new Sightings(
                count, List.of(tool.label()), pool.isEmpty() ? List.of() : List.of(pool), at.time(), at.time());
    }

    /** Places of leaks, those with most first; a tool's leaks without a stack are one place. */
    List<EvidenceSite> leaks() {
        List<EvidenceSite> sites = new ArrayList<>(sites(leaks));
        withoutStack.forEach((tool, seen) -> {
            int count = seen.count() - known(tool);
            if (count > 0) {
                sites.add(new EvidenceSite(
                        List.of(), new Sightings(count, seen.tools(), seen.pools(), seen.first(), seen.last())));
            }
        });
        return sites.stream().sorted(ORDER).toList();
    }

    /** Leaks of the tool that are reported with a stack too. */
    private int known(Tool tool) {
        return tool.isReportingTwice() ? withStack.getOrDefault(tool, 0) : 0;
    }

    /** Places at which requests got no connection, those with most first. */
    List<EvidenceSite> exhaustions() {
        return sites(exhaustions);
    }

    /** Who has taken back all that it reported of a site has said nothing of it. */
    private static List<EvidenceSite> sites(Map<List<StackFrame>, Map<Tool, Sightings>> sites) {
        List<EvidenceSite> seen = new ArrayList<>();
        sites.forEach((frames, byTool) -> byTool.values().stream()
                .filter(each -> each.count() > 0)
                .reduce(Sightings::plus)
                .ifPresent(sum -> seen.add(new EvidenceSite(frames, sum))));
        return seen.stream().sorted(ORDER).toList();
    }

    /** Number of connections that leaked. */
    int connections() {
        int twice = 0;
        for (Map.Entry<Tool, Sightings> each : withoutStack.entrySet()) {
            twice += Math.min(each.getValue().count(), known(each.getKey()));
        }
        return connections - twice;
    }

    /** Number of requests that got no connection. */
    int refused() {
        return refused;
    }

    /** Number of connections that were reported and came back. */
    int returned() {
        return returned;
    }

    /** Whether there were more stacks than are kept. */
    boolean isFull() {
        return isFull;
    }
}
