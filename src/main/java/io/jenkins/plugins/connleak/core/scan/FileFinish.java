package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.fix.FileBytes;
import io.jenkins.plugins.connleak.core.fix.FixOffers;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fix;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import io.jenkins.plugins.connleak.core.regex.LineComments;
import io.jenkins.plugins.connleak.core.source.CodeText;
import io.jenkins.plugins.connleak.core.source.FoundFile;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.MethodLines;
import io.jenkins.plugins.connleak.core.source.ParsedFile;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.source.SourceReader;
import io.jenkins.plugins.connleak.core.source.Suppressions;
import io.jenkins.plugins.connleak.core.source.Suppressions.Silence;
import io.jenkins.plugins.connleak.core.spec.IgnoreList;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The second look at a file, if something was found in it: what silences it, its fingerprint, its excerpts. One thread's own. */
final class FileFinish implements Function<FileFinish.Task, FileFinish.Result> {
    private final IgnoreList ignored;
    private final ResourceCatalog catalog;
    private final SourceReader reader;
    private final JavaSourceParser parser = new JavaSourceParser();

    FileFinish(ScanPlan plan) {
        this.ignored = plan.ignored();
        this.catalog = plan.catalog();
        this.reader = plan.reader();
    }

    /**
     * A file and what is wanted of it.
     *
     * @param file the file
     * @param findings what was found in it
     * @param shown lines that the report shows, its own findings' and other files'
     */
    record Task(FoundFile file, List<Finding> findings, SortedSet<Integer> shown) {}

    /**
     * A finding and what the text says of it.
     *
     * @param finding the finding, without fingerprint
     * @param parts what its fingerprint is made of
     * @param silence what silences it, if anything
     */
    record Judged(Finding finding, FingerprintText.Parts parts, Optional<Silence> silence) {}

    /**
     * What came of a file.
     *
     * @param judged its findings, in the given order
     * @param excerpts the lines around those that are shown
     * @param problems why it could not be read again, if so
     */
    record Result(List<Judged> judged, List<SourceExcerpt> excerpts, List<Problem> problems) {}

    @Override
    public Result apply(Task task) {
        SourceReader.Outcome outcome = reader.read(task.file());
        SourceFile source =
                outcome.file().orElseGet(() -> new SourceFile(task.file().path(), ""));
        FingerprintText text = new FingerprintText(CodeText.of(source.text()).lines());
        Optional<ParsedFile> tree =
                needsTree(source, task.findings()) ? parser.parse(source).file() : Optional.empty();
        Suppressions suppressions = Suppressions.of(source, tree);
        List<MethodLines> methods = tree.map(MethodLines::of).orElse(List.of());
        List<String> lines = source.lines();
        List<Judged> judged = task.findings().stream()
                .map(finding -> new Judged(
                        finding,
                        text.of(finding),
                        suppressions.silencing(finding).or(() -> ignoring(finding, lines, methods))))
                .toList();
        return new Result(
                tree.map(file -> mended(judged, file, task.file())).orElse(judged),
                Excerpts.of(source.path(), lines, task.shown()),
                outcome.file().isPresent() ? List.of() : outcome.problems());
    }

    /** What is not silenced, with the fixes that can be offered for it. */
    private List<Judged> mended(List<Judged> judged, ParsedFile file, FoundFile found) {
        List<Finding> loud = judged.stream()
                .filter(each -> each.silence().isEmpty())
                .map(Judged::finding)
                .toList();
        Map<Finding, Fix> fixes = FixOffers.of(file, loud, catalog);
        if (fixes.isEmpty()) {
            return judged;
        }
        Optional<FileBytes> bytes = bytes(found);
        return judged.stream()
                .map(each -> Optional.ofNullable(fixes.get(each.finding()))
                        .filter(fix ->
                                bytes.filter(now -> now.holdWhatIsMendedBy(fix)).isPresent())
                        .map(fix -> new Judged(each.finding().withFix(fix), each.parts(), each.silence()))
                        .orElse(each))
                .toList();
    }

    /** What can't be read any more has no fix; that it can't is told where its text was read. */
    private static Optional<FileBytes> bytes(FoundFile found) {
        try {
            return Optional.of(new FileBytes(Files.readAllBytes(found.location())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean needsTree(SourceFile source, List<Finding> findings) {
        return FixOffers.areWorthALook(findings) || Suppressions.wantsTree(source) || ignored.concerns(source.path());
    }

    private Optional<Silence> ignoring(Finding finding, List<String> lines, List<MethodLines> methods) {
        String path = finding.place().file();
        boolean listed = finding.rule() == LeakKind.LEGACY_PATTERN
                ? ignored.names(path, finding.place().method())
                : MethodLines.around(finding.place().line(), methods).stream()
                        .flatMapToInt(method -> IntStream.rangeClosed(method.first(), method.headEnd()))
                        .filter(line -> line <= lines.size())
                        .mapToObj(
                                line -> LineComments.remove(lines.get(line - 1)).trim())
                        .anyMatch(line -> ignored.names(path, line));
        return listed ? Optional.of(new Silence(SilencedFinding.By.IGNORE_LIST, "")) : Optional.empty();
    }
}
