package io.jenkins.plugins.connleak.corpus;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.scan.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the expectations of one file.
 *
 * <p>A marker is a line comment {@code LEAK: <rule-id>}, {@code FN: <rule-id>} or {@code FP: <rule-id>}, followed in any
 * order by {@code [flow]} or {@code [regex]} (flow if neither is there), {@code possible} (definite if it is not there)
 * and {@code @+1} or {@code @-1} when it speaks of a line further down or up. A line may have several, each after its own
 * {@code //}. A comment that looks like a marker and is none is an error: it would otherwise expect nothing.
 */
final class MarkerReader {
    private static final Pattern LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])+'");
    private static final Pattern MARKER = Pattern.compile("(LEAK|FN|FP): (\\S+)((?: \\S+)*)");
    private static final Pattern OFFSET = Pattern.compile("@([+-]\\d{1,3})");
    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("(?i)(?:\\w+\\s*:|(?:leaks?|fn|fp)\\b).*");

    private final String file;
    private final List<Marker> markers = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    private MarkerReader(String file) {
        this.file = file;
    }

    /**
     * The markers of a file and what is wrong with them.
     *
     * @param markers in the order of the file
     * @param errors comments that look like markers and are none, each with its place
     */
    record Outcome(List<Marker> markers, List<String> errors) {
        Outcome {
            markers = List.copyOf(markers);
            errors = List.copyOf(errors);
        }
    }

    /** Reads all markers of {@code text}, the content of {@code file}. */
    static Outcome read(String file, String text) {
        MarkerReader reader = new MarkerReader(file);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            reader.readLine(i + 1, lines.get(i));
        }
        return new Outcome(reader.markers, reader.errors);
    }

    private void readLine(int number, String line) {
        String[] parts = LITERAL.matcher(line).replaceAll("\"\"").split("//", -1);
        Arrays.stream(parts).skip(1).map(String::strip).forEach(comment -> readComment(number, comment));
    }

    private void readComment(int number, String comment) {
        if (comment.startsWith("connleak:ignore")) {
            return;
        }
        Optional<Marker> marker = marker(number, comment);
        if (marker.isPresent()) {
            markers.add(marker.get());
        } else if (LOOKS_LIKE_ONE.matcher(comment).matches() || namesRule(comment)) {
            errors.add(file + ":" + number + ": not a marker: " + comment);
        }
    }

    private static boolean namesRule(String comment) {
        return Arrays.stream(LeakKind.values())
                .filter(kind -> kind != LeakKind.OVERWRITTEN)
                .anyMatch(kind -> comment.toLowerCase(Locale.ROOT).contains(kind.id()));
    }

    private Optional<Marker> marker(int number, String comment) {
        Matcher matcher = MARKER.matcher(comment);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int line = number;
        Engine engine = Engine.FLOW;
        Certainty certainty = Certainty.DEFINITE;
        for (String option : matcher.group(3).strip().split(" ", -1)) {
            Matcher offset = OFFSET.matcher(option);
            if (option.equals("[regex]")) {
                engine = Engine.REGEX;
            } else if (option.equals("possible")) {
                certainty = Certainty.POSSIBLE;
            } else if (offset.matches()) {
                line += Integer.parseInt(offset.group(1));
            } else if (!option.isEmpty() && !option.equals("[flow]")) {
                return Optional.empty();
            }
        }
        Optional<LeakKind> rule = LeakKind.ofId(matcher.group(2));
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        Leak leak = new Leak(file, line, rule.get(), engine, certainty);
        return Optional.of(new Marker(Marker.Kind.valueOf(matcher.group(1)), leak));
    }
}
