package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Explanation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanInfo;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Results for the archive's tests. */
final class ArchivedResults {
    static final Instant FINISHED = Instant.parse("2026-03-04T05:06:07.089Z");

    private ArchivedResults() {}

    static Finding finding(LeakKind rule, int line) {
        return new Finding(
                rule,
                rule == LeakKind.OVERWRITTEN ? Certainty.POSSIBLE : Certainty.DEFINITE,
                new Resource(ResourceKind.CONNECTION, "java.sql.Connection", "con"),
                new Place("shop/Orders.java", line, "shop", "Orders", "load(long)"),
                new Explanation(
                        "The connection con is never closed",
                        List.of(
                                new PathStep("shop/Orders.java", line, PathStep.Kind.ACQUIRED, "con is acquired"),
                                new PathStep("shop/Orders.java", line + 4, PathStep.Kind.LEAVES, "load returns")),
                        "Declare it in a try-with-resources"),
                new Fingerprint(String.format(Locale.ROOT, "%016x", line), "c0ffee"));
    }

    static List<Finding> findings(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(line -> finding(LeakKind.NEVER_CLOSED, line))
                .toList();
    }

    static ScanReport report(BuildTag tag, List<Finding> findings) {
        return new ScanReport(
                new ScanInfo("1.2.3", "flow", tag, Map.of("certainty", "possible")),
                new ScanFigures(7, 5, 1_234, 56),
                findings,
                List.of(new SilencedFinding(
                        finding(LeakKind.NOT_CLOSED_ON_PATH, 99), SilencedFinding.By.COMMENT, "pool")),
                List.of(new Problem(Problem.Kind.BINARY, "shop/Blob.java", 0, "holds bytes that are no text")));
    }

    static ArchivedResult result(BuildTag tag, String buildId, List<Finding> findings) {
        return at(tag, buildId, FINISHED, findings);
    }

    static ArchivedResult at(BuildTag tag, String buildId, Instant finished, List<Finding> findings) {
        return new ArchivedResult(
                "jenkins-1",
                new ArchivedResult.BuildReference(buildId, "connleak", "https://ci.example.org/job/shop/" + buildId),
                finished,
                4_321,
                report(tag, findings));
    }
}
