package io.jenkins.plugins.connleak.plugin;

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
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reports to publish. */
public final class Reports {
    public static final Finding CONNECTION = finding("src/Dao.java", 3, "aa01");
    public static final Finding STATEMENT = new Finding(
            LeakKind.NOT_CLOSED_ON_EXCEPTION,
            Certainty.POSSIBLE,
            new Resource(ResourceKind.STATEMENT, "java.sql.Statement", "st"),
            new Place("src/Dao.java", 5, "shop", "Dao", "load(Connection,long)"),
            new Explanation(
                    "st stays open when executeQuery() throws",
                    List.of(
                            new PathStep("src/Dao.java", 5, PathStep.Kind.ACQUIRED, "createStatement()"),
                            new PathStep("src/Dao.java", 6, PathStep.Kind.THROWS, "executeQuery() may throw"),
                            new PathStep("src/Dao.java", 6, PathStep.Kind.LEAVES, "the exception leaves load()")),
                    "Use try-with-resources."),
            new Fingerprint("aa02", "bb02"));
    public static final Problem PROBLEM =
            new Problem(Problem.Kind.UNPARSABLE, "src/Broken.java", 7, "it can't be parsed");
    public static final SourceExcerpt EXCERPT = new SourceExcerpt(
            "src/Dao.java",
            1,
            IntStream.rangeClosed(1, 30).mapToObj(line -> "line " + line).toList());

    /** Two leaks, one silenced, one problem. */
    public static final ScanReport REPORT = report(List.of(CONNECTION, STATEMENT));

    private Reports() {}

    public static Finding finding(String file, int line, String fingerprint) {
        return new Finding(
                LeakKind.NEVER_CLOSED,
                Certainty.DEFINITE,
                new Resource(ResourceKind.CONNECTION, "java.sql.Connection", "con"),
                new Place(file, line, "shop", "Dao", "open()"),
                new Explanation(
                        "con is never closed",
                        List.of(new PathStep(file, line, PathStep.Kind.ACQUIRED, "getConnection()")),
                        "Close it."),
                new Fingerprint(fingerprint, "bb01"));
    }

    public static ScanReport report(List<Finding> findings) {
        return new ScanReport(
                new ScanInfo("1.0", "flow", new BuildTag("shop", "4.5.0", "19"), Map.of("certainty", "possible")),
                new ScanFigures(12, 3, 3456, 78),
                findings,
                List.of(new SilencedFinding(
                        finding("src/Old.java", 9, "aa03"), SilencedFinding.By.COMMENT, "goes next year")),
                List.of(PROBLEM));
    }
}
