package io.jenkins.plugins.connleak.runtime;

import io.jenkins.plugins.connleak.core.model.Confirmation;
import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.EvidenceTotals;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.Sightings;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells which findings the logs of running programs confirm. A stack is about the finding that is acquired at one of its
 * frames: the first one, or one whose acquisition is the call of the frame before, as helpers hand connections out. Where
 * no line fits, the only finding of a frame's method does. A stack that fits none is a leak that the sources did not show.
 */
public final class EvidenceMatcher {
    /** Most stacks that are kept of one finding; further ones are counted together. */
    static final int MAX_STACKS = 20;

    private static final Comparator<EvidenceSite> ORDER = Comparator.<EvidenceSite>comparingInt(
                    site -> site.sightings().count())
            .reversed()
            .thenComparing(site -> site.frames().toString());

    private EvidenceMatcher() {}

    /** {@code report} with what {@code log} says. */
    public static ScanReport match(ScanReport report, EvidenceLog log) {
        FindingIndex index = new FindingIndex(Stream.concat(
                        report.findings().stream(), report.silenced().stream().map(SilencedFinding::finding))
                .toList());
        Map<Finding, Seen> seen = new IdentityHashMap<>();
        List<EvidenceSite> unmatched = new ArrayList<>();
        for (EvidenceSite site : log.leaks()) {
            FindingIndex.Match match = index.find(site);
            if (match.findings().isEmpty()) {
                unmatched.add(site);
            }
            match.findings().forEach(finding -> seen.computeIfAbsent(finding, each -> new Seen())
                    .add(site, match.sameLine()));
        }
        List<Finding> findings =
                report.findings().stream().map(each -> with(each, seen)).toList();
        List<SilencedFinding> silenced = report.silenced().stream()
                .map(each -> new SilencedFinding(with(each.finding(), seen), each.by(), each.reason()))
                .toList();
        List<EvidenceSite> places = byPlace(unmatched);
        int confirmed =
                (int) report.findings().stream().filter(seen::containsKey).count();
        return new ScanReport(
                report.info(),
                report.figures(),
                findings,
                silenced,
                problems(report, log),
                new RuntimeEvidence(totals(log, confirmed, places), places, byPlace(log.exhaustions())));
    }

    private static EvidenceTotals totals(EvidenceLog log, int confirmed, List<EvidenceSite> unmatched) {
        int places = (int)
                unmatched.stream().filter(site -> !site.frames().isEmpty()).count();
        return new EvidenceTotals(
                log.totals().files(),
                log.totals().leaks(),
                log.totals().returned(),
                log.totals().exhaustions(),
                confirmed,
                places);
    }

    private static List<Problem> problems(ScanReport report, EvidenceLog log) {
        return Stream.concat(report.problems().stream(), log.problems().stream())
                .sorted()
                .toList();
    }

    private static Finding with(Finding finding, Map<Finding, Seen> seen) {
        Seen evidence = seen.get(finding);
        return evidence == null ? finding : finding.withEvidence(evidence.confirmation());
    }

    /** One site per place: the stacks that lead to it are cut to what they share. */
    private static List<EvidenceSite> byPlace(List<EvidenceSite> sites) {
        Map<List<StackFrame>, EvidenceSite> places = new LinkedHashMap<>();
        for (EvidenceSite site : sites) {
            if (site.frames().isEmpty()) {
                places.put(List.of(new StackFrame(site.sightings().tools().toString(), "", "", 0)), site);
            } else {
                places.merge(upToPlace(site.frames()), site, EvidenceMatcher::together);
            }
        }
        return places.values().stream().sorted(ORDER).toList();
    }

    private static EvidenceSite together(EvidenceSite one, EvidenceSite other) {
        int shared = 0;
        int most = Math.min(one.frames().size(), other.frames().size());
        while (shared < most && one.frames().get(shared).equals(other.frames().get(shared))) {
            shared++;
        }
        return new EvidenceSite(one.frames().subList(0, shared), one.sightings().plus(other.sightings()));
    }

    /** The helpers that hand out connections, as far as their names tell, and the first frame behind them. */
    private static List<StackFrame> upToPlace(List<StackFrame> frames) {
        for (int i = 0; i < frames.size(); i++) {
            if (!HelperNames.isHelper(frames.get(i))) {
                return frames.subList(0, i + 1);
            }
        }
        return frames;
    }

    /** What was seen of one finding. */
    private static final class Seen {
        private final List<EvidenceSite> sites = new ArrayList<>();
        private boolean sameLine;

        void add(EvidenceSite site, boolean isSameLine) {
            sites.add(site);
            sameLine |= isSameLine;
        }

        Confirmation confirmation() {
            List<EvidenceSite> sorted = sites.stream().sorted(ORDER).toList();
            if (sorted.size() <= MAX_STACKS) {
                return new Confirmation(sameLine, sorted);
            }
            Sightings rest = sorted.subList(MAX_STACKS - 1, sorted.size()).stream()
                    .map(EvidenceSite::sightings)
                    .reduce(Sightings.NONE, Sightings::plus);
            List<EvidenceSite> kept = new ArrayList<>(sorted.subList(0, MAX_STACKS - 1));
            kept.add(new EvidenceSite(List.of(), rest));
            return new Confirmation(sameLine, kept);
        }
    }
}
