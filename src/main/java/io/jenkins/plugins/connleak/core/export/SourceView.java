package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The source around a leak with its path drawn in: numbered marks on a rail, a caption under the line of each step. One
 * block per file, in the order in which the path enters them; lines far from any step are left out.
 */
final class SourceView {
    /** Lines shown before and after a step. */
    private static final int MARGIN = 4;

    private final Map<String, SortedMap<Integer, SourceExcerpt>> excerpts = new LinkedHashMap<>();

    private final PageTexts texts;

    SourceView(List<SourceExcerpt> all, PageTexts texts) {
        this.texts = texts;
        for (SourceExcerpt excerpt : all) {
            excerpts.computeIfAbsent(excerpt.file(), file -> new TreeMap<>()).put(excerpt.firstLine(), excerpt);
        }
    }

    void write(Finding finding, Html html) {
        List<PathStep> path = finding.explanation().path();
        Map<String, List<Step>> byFile = new LinkedHashMap<>();
        for (int index = 0; index < path.size(); index++) {
            Step step = new Step(index + 1, path.get(index));
            byFile.computeIfAbsent(step.step().file(), file -> new ArrayList<>())
                    .add(step);
        }
        byFile.forEach(
                (file, steps) -> block(file, steps, !file.equals(finding.place().file()), html));
    }

    private record Step(int number, PathStep step) {}

    private void block(String file, List<Step> steps, boolean named, Html html) {
        SortedMap<Integer, String> lines = linesAround(file, steps);
        html.raw("<div class=\"cl-source\"").attribute("data-file", file).raw(">\n");
        if (named) {
            html.element("div", "cl-source-file", file).raw("\n");
        }
        int first = steps.stream().mapToInt(step -> step.step().line()).min().orElse(0);
        int last = steps.stream().mapToInt(step -> step.step().line()).max().orElse(0);
        JavaHighlighter highlighter = new JavaHighlighter();
        int previous = lines.isEmpty() ? 0 : lines.firstKey() - 1;
        for (Map.Entry<Integer, String> line : lines.entrySet()) {
            int number = line.getKey();
            if (number > previous + 1) {
                gap(number - previous - 1, number > first && number <= last, html);
                highlighter = new JavaHighlighter();
            }
            List<Step> here =
                    steps.stream().filter(step -> step.step().line() == number).toList();
            line(number, highlighter.line(line.getValue()), rail(number, first, last, here), html);
            for (Step step : here) {
                boolean comesFromAbove =
                        number > first || step.number() != here.get(0).number();
                boolean goesOn = number < last
                        || step.number() != here.get(here.size() - 1).number();
                caption(step, (comesFromAbove ? " cl-rail-above" : "") + (goesOn ? " cl-rail-below" : ""), html);
            }
            previous = number;
        }
        steps.stream().filter(step -> !lines.containsKey(step.step().line())).forEach(step -> caption(step, "", html));
        html.raw("</div>\n");
    }

    private SortedMap<Integer, String> linesAround(String file, List<Step> steps) {
        SortedMap<Integer, String> lines = new TreeMap<>();
        SortedMap<Integer, SourceExcerpt> ofFile = excerpts.getOrDefault(file, new TreeMap<>());
        for (Step step : steps) {
            int from = step.step().line() - MARGIN;
            int to = step.step().line() + MARGIN;
            for (SourceExcerpt excerpt : ofFile.headMap(to + 1).values()) {
                for (int number = Math.max(from, excerpt.firstLine());
                        number <= Math.min(to, excerpt.lastLine());
                        number++) {
                    lines.put(number, excerpt.lines().get(number - excerpt.firstLine()));
                }
            }
        }
        return lines;
    }

    private static String rail(int line, int first, int last, List<Step> here) {
        StringBuilder classes = new StringBuilder("cl-line");
        if (line > first && line <= last) {
            classes.append(" cl-rail-above");
        }
        if (!here.isEmpty()) {
            classes.append(" cl-at-step cl-at-")
                    .append(here.get(here.size() - 1).step().kind().id());
        }
        return classes.toString();
    }

    private static void line(int number, String markup, String classes, Html html) {
        html.raw("<div class=\"" + classes + "\"><span class=\"cl-gutter\"></span><span class=\"cl-no\">" + number
                + "</span><code>" + (markup.isEmpty() ? " " : markup) + "</code></div>\n");
    }

    private void caption(Step step, String rail, Html html) {
        String kind = step.step().kind().id();
        html.raw("<div class=\"cl-step cl-step-" + kind + rail + "\"")
                .attribute("data-step", String.valueOf(step.number()))
                .raw("><span class=\"cl-gutter\"><span class=\"cl-mark\">" + step.number() + "</span></span>")
                .raw("<span class=\"cl-no\"></span><span class=\"cl-caption\"><b>")
                .text(texts.get("step." + kind))
                .raw("</b> ")
                .text(step.step().text())
                .raw("</span></div>\n");
    }

    private void gap(int lines, boolean onPath, Html html) {
        html.raw("<div class=\"cl-gap" + (onPath ? " cl-rail-above" : "")
                        + "\"><span class=\"cl-gutter\"></span><span class=\"cl-no\">\u22EE</span><span>")
                .text(texts.get("source.gap", lines))
                .raw("</span></div>\n");
    }
}
