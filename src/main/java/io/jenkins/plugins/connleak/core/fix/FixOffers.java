package io.jenkins.plugins.connleak.core.fix;

import com.github.javaparser.Range;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fix;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.ParsedFile;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import io.jenkins.plugins.connleak.core.spec.RunawayPatternException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Offers the change of a leak's acquisition into a try-with-resources statement, where that is right without doubt: a
 * local variable that is declared with its acquisition and never assigned again, of a type that such a statement can
 * close, that stays within its block with all that is taken out of it, and whose {@code close()} throws nothing that the
 * method does not take. Whatever is not known for sure is not offered.
 *
 * <p>Fixes of one block, or of blocks in each other, are one change; all fixes of a file change different lines.
 */
@SuppressWarnings("ReferenceEquality") // equal nodes may stand in different places
public final class FixOffers {
    /** A fix of more lines is no mend that anybody reads. */
    private static final int MAX_LINES = 500;

    /** Characters of a line; reports cut longer texts. */
    private static final int MAX_LINE_LENGTH = 1000;

    private final ParsedFile file;
    private final FileTypes types;
    private final SourceLines source;
    private final TryRewrite rewrite;

    private FixOffers(ParsedFile file, ResourceCatalog catalog) {
        this.file = file;
        this.types = new FileTypes(file.unit(), catalog);
        this.source = new SourceLines(file.source());
        this.rewrite = new TryRewrite(source);
    }

    /** Whether a fix could be offered for one of these: worth a syntax tree. */
    public static boolean areWorthALook(List<Finding> findings) {
        return findings.stream().anyMatch(CandidateFinder::isOfKind);
    }

    /** The fixes of the findings of one file that have one. The same finding object is the key. */
    public static Map<Finding, Fix> of(ParsedFile file, List<Finding> findings, ResourceCatalog catalog) {
        try {
            return new FixOffers(file, catalog).offers(findings);
        } catch (RunawayPatternException e) {
            // it was met and reported where the file was analysed
            return Map.of();
        }
    }

    private Map<Finding, Fix> offers(List<Finding> findings) {
        Map<Finding, Fix> offers = new IdentityHashMap<>();
        if (source.areOfOneKind()) {
            for (List<Sound> group : groups(soundOnes(findings))) {
                fix(group)
                        .ifPresent(fix -> group.forEach(
                                each -> each.candidate().findings().forEach(finding -> offers.put(finding, fix))));
            }
        }
        return offers;
    }

    /**
     * A candidate that may be rewritten.
     *
     * @param candidate the candidate
     * @param closes the statements that close it by itself
     */
    private record Sound(Candidate candidate, List<ExpressionStmt> closes) {
        Range range() {
            return candidate
                    .statement()
                    .getRange()
                    .orElseThrow()
                    .withEnd(candidate.block().getRange().orElseThrow().end);
        }
    }

    private List<Sound> soundOnes(List<Finding> findings) {
        CandidateFinder finder = new CandidateFinder(file.unit(), types);
        Handlers handlers = new Handlers(types);
        List<Candidate> candidates = new ArrayList<>();
        findings.forEach(finding -> finder.find(finding).ifPresent(candidates::add));
        List<Sound> sound = new ArrayList<>();
        for (Candidate candidate : Candidate.merged(candidates)) {
            if (rewrite.fits(candidate) && handlers.takeWhatClosingThrows(candidate)) {
                Uses.closesOfConfined(candidate, types)
                        .filter(closes -> isProven(candidate, closes))
                        .ifPresent(closes -> sound.add(new Sound(candidate, closes)));
            }
        }
        sound.removeIf(each -> !each.candidate().closing().again() && !allGo(each, sound));
        return sound;
    }

    /** What may not be opened here at all is known to be the block's to close only if the block closes it. */
    private static boolean isProven(Candidate candidate, List<ExpressionStmt> closes) {
        return candidate.isCertain() || !closes.isEmpty();
    }

    private boolean allGo(Sound sound, List<Sound> all) {
        return superfluous(sound, all).containsAll(sound.closes());
    }

    private Set<Statement> superfluous(Sound sound, List<Sound> all) {
        Set<Statement> closes = new HashSet<>();
        all.stream()
                .filter(other -> other.candidate().block() == sound.candidate().block())
                .forEach(other -> closes.addAll(other.closes()));
        return rewrite.superfluous(sound.candidate(), closes);
    }

    /** Those whose lines lie in each other's, together. */
    private static List<List<Sound>> groups(List<Sound> sound) {
        List<Sound> ordered = new ArrayList<>(sound);
        ordered.sort(Comparator.comparing((Sound each) -> each.range().begin));
        List<List<Sound>> groups = new ArrayList<>();
        int end = 0;
        for (Sound each : ordered) {
            if (groups.isEmpty() || each.range().begin.line > end) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(each);
            end = Math.max(end, each.range().end.line);
        }
        return groups;
    }

    private Optional<Fix> fix(List<Sound> group) {
        LineChanges changes = new LineChanges(source.lines(), source.lastLineHasEnd());
        for (Sound sound : group) {
            for (Statement statement : superfluous(sound, group)) {
                Range range = statement.getRange().orElseThrow();
                for (int number = range.begin.line; number <= range.end.line; number++) {
                    changes.remove(number);
                }
            }
        }
        for (int i = group.size() - 1; i >= 0; i--) {
            boolean joinsNext = i + 1 < group.size() && follows(group.get(i), group.get(i + 1));
            boolean isJoined = i > 0 && follows(group.get(i - 1), group.get(i));
            rewrite.rewrite(group.get(i).candidate(), joinsNext, isJoined, changes);
        }
        SourceFile mended = new SourceFile(file.source().path(), changes.text(source.lineEnd()));
        if (new JavaSourceParser().parse(mended).file().isEmpty()) {
            return Optional.empty();
        }
        Fix fix = new Fix(file.source().path(), source.lineEnd(), changes.hunks());
        int size = fix.hunks().stream().mapToInt(hunk -> hunk.lines().size()).sum();
        boolean isReadable = size <= MAX_LINES
                && fix.hunks().stream()
                        .flatMap(hunk -> hunk.lines().stream())
                        .allMatch(line -> line.length() <= MAX_LINE_LENGTH);
        return isReadable ? Optional.of(fix) : Optional.empty();
    }

    /** Whether the second declaration stands on the line behind the first, so that one statement can take both. */
    private static boolean follows(Sound first, Sound second) {
        return first.candidate().block() == second.candidate().block()
                && first.candidate().range().end.line + 1 == second.candidate().range().begin.line;
    }
}
