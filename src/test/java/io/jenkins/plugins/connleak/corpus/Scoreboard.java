package io.jenkins.plugins.connleak.corpus;

import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.scan.Engine;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** True positives, false positives and false negatives of the whole corpus, per engine and rule. */
final class Scoreboard {
    private record Row(Engine engine, LeakKind rule) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            int byEngine = engine.compareTo(other.engine);
            return byEngine != 0 ? byEngine : rule.compareTo(other.rule);
        }
    }

    private static final class Counts {
        private int truePositives;
        private int falsePositives;
        private int falseNegatives;
    }

    private final Map<Row, Counts> rows = new TreeMap<>();
    private int cases;

    /** Counts one case in. */
    void add(Collection<Marker> markers, Collection<Leak> reported) {
        cases++;
        Set<Leak> real = markers.stream()
                .filter(marker -> marker.kind().isLeak())
                .map(Marker::leak)
                .collect(Collectors.toSet());
        Set<Leak> seen = new HashSet<>(reported);
        for (Leak leak : real) {
            Counts counts = counts(leak);
            if (seen.contains(leak)) {
                counts.truePositives++;
            } else {
                counts.falseNegatives++;
            }
        }
        seen.stream().filter(leak -> !real.contains(leak)).forEach(leak -> counts(leak).falsePositives++);
    }

    private Counts counts(Leak leak) {
        return rows.computeIfAbsent(new Row(leak.engine(), leak.rule()), row -> new Counts());
    }

    /** The board as text, one line per engine and rule, a sum per engine. */
    String text() {
        StringBuilder text = new StringBuilder("cases: " + cases + "\n\n");
        text.append(line("engine", "rule", List.of("TP", "FP", "FN")));
        for (Engine engine : List.of(Engine.FLOW, Engine.REGEX)) {
            Counts sum = new Counts();
            rows.forEach((row, counts) -> {
                if (row.engine() == engine) {
                    text.append(line(engine.id(), row.rule().id(), figures(counts)));
                    sum.truePositives += counts.truePositives;
                    sum.falsePositives += counts.falsePositives;
                    sum.falseNegatives += counts.falseNegatives;
                }
            });
            text.append(line(engine.id(), "all", figures(sum)));
        }
        return text.toString();
    }

    private static List<String> figures(Counts counts) {
        return List.of(
                String.valueOf(counts.truePositives),
                String.valueOf(counts.falsePositives),
                String.valueOf(counts.falseNegatives));
    }

    private static String line(String engine, String rule, List<String> figures) {
        return String.format(
                Locale.ROOT, "%-6s %-24s %5s %5s %5s\n", engine, rule, figures.get(0), figures.get(1), figures.get(2));
    }
}
