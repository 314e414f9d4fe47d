package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.ArchivedBuild;
import io.jenkins.plugins.connleak.archive.ReleaseComparison;
import io.jenkins.plugins.connleak.core.baseline.Delta;
import io.jenkins.plugins.connleak.core.baseline.QualityGate;
import io.jenkins.plugins.connleak.core.export.DataTable;
import io.jenkins.plugins.connleak.core.export.HtmlChanges;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.model.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code connleak compare}: what came and what went between two releases, read back from the archive. */
@Command(
        name = "compare",
        description = "Prints the leaks that are new and those that are fixed in one release, compared with another.",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        versionProvider = Main.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            ExitCode.DONE_HELP,
            ExitCode.GATE_HELP,
            ExitCode.USAGE_HELP,
            ExitCode.COMPARE_HELP,
            ExitCode.ARCHIVE_HELP
        })
final class CompareCommand implements Callable<Integer> {
    private static final List<DataTable.Column> COLUMNS = List.of(
            new DataTable.Column("state", "State"),
            new DataTable.Column("rule", "Rule"),
            new DataTable.Column("certainty", "Certainty"),
            new DataTable.Column("kind", "Kind"),
            new DataTable.Column("type", "Type"),
            new DataTable.Column("variable", "Variable"),
            new DataTable.Column("file", "File"),
            new DataTable.Column("line", "Line"),
            new DataTable.Column("package", "Package"),
            new DataTable.Column("class", "Class"),
            new DataTable.Column("method", "Method"),
            new DataTable.Column("message", "Message"),
            new DataTable.Column("fingerprint", "Fingerprint"));

    private final Surroundings surroundings;
    private String release = "";
    private String build = "";
    private String with = "";
    private String withBuild = "";
    private QualityGate.FailOn failOn = QualityGate.FailOn.NEVER;

    @Mixin
    private final ArchiveArguments archive = new ArchiveArguments();

    @Mixin
    private final TableFiles files = new TableFiles();

    CompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Option(
            names = "--release",
            order = 5,
            paramLabel = "A",
            required = true,
            description = "The release that is looked at, by its last build.")
    void release(String given) {
        release = given;
    }

    @Option(
            names = "--build",
            order = 6,
            paramLabel = "N",
            description = "This build number of it instead of the last.")
    void build(String given) {
        build = given;
    }

    @Option(
            names = "--with",
            order = 7,
            paramLabel = "B",
            required = true,
            description = "The release that it is compared with, such as the one before; leaks that it does not have"
                    + " are new.")
    void with(String given) {
        with = given;
    }

    @Option(
            names = "--with-build",
            order = 8,
            paramLabel = "N",
            description = "This build number of that one instead of the last.")
    void withBuild(String given) {
        withBuild = given;
    }

    @Option(
            names = "--fail-on",
            order = 9,
            paramLabel = "never|any|new",
            description = "Exit with 1 if release A has any leaks, or new ones. Default: never.")
    void failOn(QualityGate.FailOn given) {
        failOn = given;
    }

    @Override
    public Integer call() throws ConfigurationException, ArchiveException, IOException {
        if (release.equals(with) && build.equals(withBuild)) {
            throw new ConfigurationException(
                    "--release and --with name the same release; give two, or two build numbers"
                            + " by --build and --with-build");
        }
        files.check();
        ArchiveAddress address = archive.address(surroundings);
        ReleaseComparison comparison;
        try {
            comparison = compare(address);
        } catch (ReleaseComparison.UndecidedException e) {
            surroundings.say(TextTable.printable(String.valueOf(e.getMessage())));
            return ExitCode.SCAN;
        }
        print(comparison);
        write(comparison);
        QualityGate.Verdict verdict = new QualityGate(failOn, 0).judge(comparison.delta());
        if (!verdict.passed()) {
            surroundings.say(verdict.message());
            return ExitCode.GATE;
        }
        return ExitCode.DONE;
    }

    private ReleaseComparison compare(ArchiveAddress address)
            throws ArchiveException, ReleaseComparison.UndecidedException {
        // What the archive throws goes through; what could not be decided is no failure of the archive.
        List<ReleaseComparison.UndecidedException> undecided = new ArrayList<>();
        List<ReleaseComparison> done = address.read(opened -> {
            try {
                return List.of(ReleaseComparison.between(
                        opened,
                        archive.filter().withRelease(release).withBuildNumber(ArchiveArguments.given(build)),
                        archive.filter().withRelease(with).withBuildNumber(ArchiveArguments.given(withBuild))));
            } catch (ReleaseComparison.UndecidedException e) {
                undecided.add(e);
                return List.of();
            }
        });
        if (done.isEmpty()) {
            throw undecided.get(0);
        }
        return done.get(0);
    }

    private void print(ReleaseComparison comparison) {
        if (files.hasText()) {
            Delta delta = comparison.delta();
            delta.added().forEach(each -> print("new", each));
            delta.fixed().forEach(each -> print("fixed", each));
            surroundings
                    .out()
                    .print(TextTable.printable(name(comparison.build()) + " compared with "
                                    + name(comparison.reference()) + ": "
                                    + delta.added().size() + " new, "
                                    + delta.fixed().size() + " fixed, "
                                    + delta.outstanding().size() + " outstanding")
                            + "\n");
            surroundings.out().flush();
        }
        if (comparison.build().finishedAt().isBefore(comparison.reference().finishedAt())) {
            surroundings.say("--with names the later build of the two: \"new\" are leaks that it no longer has");
        }
        comparison.skipped().sentences().forEach(surroundings::say);
    }

    private void print(String state, Finding leak) {
        String line = leak.place().line() > 0 ? ":" + leak.place().line() : "";
        String method =
                leak.place().method().isEmpty() ? "" : " in " + leak.place().method();
        surroundings
                .out()
                .print(TextTable.printable(state + ": " + leak.place().file() + line + ": ["
                                + leak.rule().id() + ", " + leak.certainty().id() + "]" + method)
                        + "\n");
    }

    private void write(ReleaseComparison comparison) throws IOException {
        Delta delta = comparison.delta();
        List<List<Object>> rows = new ArrayList<>();
        delta.added().forEach(each -> rows.add(row("new", each)));
        delta.fixed().forEach(each -> rows.add(row("fixed", each)));
        delta.outstanding().forEach(each -> rows.add(row("outstanding", each)));
        files.write(
                new DataTable(COLUMNS, rows),
                "connleak-comparison",
                about(comparison),
                target -> HtmlChanges.write(
                        new HtmlChanges.Content(
                                name(comparison.build()),
                                name(comparison.reference()),
                                delta.added(),
                                delta.fixed(),
                                delta.outstanding().size()),
                        target),
                surroundings);
    }

    private static Map<String, Object> about(ReleaseComparison comparison) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("job", comparison.build().series().job());
        about.put("scan", comparison.build().series().scanId());
        about.put("source", comparison.build().series().source());
        about.put("release", comparison.build().label().release());
        about.put("build", comparison.build().label().buildNumber());
        about.put("finishedAt", comparison.build().finishedAt());
        about.put("withRelease", comparison.reference().label().release());
        about.put("withBuild", comparison.reference().label().buildNumber());
        about.put("withFinishedAt", comparison.reference().finishedAt());
        about.put("new", comparison.delta().added().size());
        about.put("fixed", comparison.delta().fixed().size());
        about.put("outstanding", comparison.delta().outstanding().size());
        about.put("notes", comparison.skipped().sentences());
        return about;
    }

    private static List<Object> row(String state, Finding leak) {
        return List.of(
                state,
                leak.rule().id(),
                leak.certainty().id(),
                leak.resource().kind().id(),
                leak.resource().type(),
                leak.resource().variable(),
                leak.place().file(),
                leak.place().line(),
                leak.place().packageName(),
                leak.place().className(),
                leak.place().method(),
                leak.explanation().message(),
                leak.fingerprint().exact());
    }

    private static String name(ArchivedBuild build) {
        String job = build.series().job();
        String number = build.label().buildNumber();
        return (job.isEmpty() ? "" : job + " ")
                + build.label().release()
                + (number.isEmpty() ? "" : " build " + number);
    }
}
