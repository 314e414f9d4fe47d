package io.jenkins.plugins.connleak.core.regex;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Explanation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes findings of what the passes found: one per method, whichever pass found it. */
final class PatternFindings {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package[ \\t]++([\\w.]++)[ \\t]*+;");
    private static final String HINT = "Release it on every way out of the method, in a finally block for example;"
            + " if the caller releases it, put the method on the ignore list.";

    /** A method and what either pass says of it. */
    private record Verdict(
            @Nullable OpenMethod straight, @Nullable OpenMethod loop) {
        OpenMethod first() {
            return straight != null ? straight : Objects.requireNonNull(loop);
        }
    }

    private final SourceFile source;
    private final FileLines lines;

    PatternFindings(SourceFile source, FileLines lines) {
        this.source = source;
        this.lines = lines;
    }

    List<Finding> of(List<OpenMethod> straight, List<OpenMethod> loops) {
        TreeMap<Integer, Verdict> verdicts = new TreeMap<>();
        straight.forEach(method -> verdicts.put(method.methodLine(), new Verdict(method, null)));
        loops.forEach(method -> verdicts.merge(
                method.methodLine(),
                new Verdict(null, method),
                (known, added) -> new Verdict(known.straight(), added.loop())));
        return verdicts.values().stream().map(this::finding).toList();
    }

    private Finding finding(Verdict verdict) {
        OpenMethod first = verdict.first();
        String variable = nameOf(first.resource());
        String methodLine =
                first.methodLine() == 0 ? "" : lines.code(first.methodLine()).trim();
        String message = (variable.isEmpty() ? "What is acquired here" : "'" + variable + "' is acquired here and")
                + " matches no release pattern before "
                + (verdict.straight() != null ? "the method ends" : "its loop ends");
        return new Finding(
                LeakKind.LEGACY_PATTERN,
                Certainty.POSSIBLE,
                new Resource(ResourceKind.RESULT_SET, "", variable),
                new Place(source.path(), first.resource().line(), packageName(), "", methodLine),
                new Explanation(message, path(verdict), HINT),
                Fingerprint.NONE);
    }

    private List<PathStep> path(Verdict verdict) {
        List<PathStep> path = new ArrayList<>();
        path.add(acquired(verdict.first().resource()));
        OpenMethod straight = verdict.straight();
        if (straight != null) {
            path.add(leaves(straight, "straight pass: the method ends here and it was not released"));
        }
        OpenMethod loop = verdict.loop();
        if (loop != null) {
            if (loop.resource().line() != verdict.first().resource().line()) {
                path.add(acquired(loop.resource()));
            }
            path.add(leaves(loop, "loop pass: the loop ends here and it was not released"));
        }
        return path;
    }

    private PathStep acquired(Opened resource) {
        String variable = nameOf(resource);
        return new PathStep(
                source.path(),
                resource.line(),
                PathStep.Kind.ACQUIRED,
                variable.isEmpty() ? "acquired" : variable + " is acquired");
    }

    private PathStep leaves(OpenMethod method, String text) {
        return new PathStep(source.path(), method.lastLine(), PathStep.Kind.LEAVES, text);
    }

    private static String nameOf(Opened resource) {
        String variable = resource.variable();
        return variable == null ? "" : variable;
    }

    private String packageName() {
        Matcher matcher = PACKAGE.matcher(source.text());
        return matcher.find() ? matcher.group(1) : "";
    }
}
