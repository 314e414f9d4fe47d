package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import java.util.ArrayList;
import java.util.List;

/** Some lines of one file in a row, with the steps of a path that are on them. */
public final class SourceBlock {
    /** So many lines are shown before and after a step. */
    static final int CONTEXT_LINES = 6;

    private final String file;
    private final List<Line> lines;

    private SourceBlock(String file, List<Line> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** What {@code excerpts} hold of the lines around {@code steps}, in the order of files and lines. */
    static List<SourceBlock> around(List<LeakPage.Step> steps, List<SourceExcerpt> excerpts) {
        List<SourceBlock> blocks = new ArrayList<>();
        for (SourceExcerpt excerpt : excerpts) {
            List<Line> current = new ArrayList<>();
            for (int number = excerpt.firstLine(); number <= excerpt.lastLine(); number++) {
                if (isNear(steps, excerpt.file(), number)) {
                    String text = excerpt.lines().get(number - excerpt.firstLine());
                    current.add(new Line(number, text, on(steps, excerpt.file(), number)));
                } else if (!current.isEmpty()) {
                    blocks.add(new SourceBlock(excerpt.file(), current));
                    current = new ArrayList<>();
                }
            }
            if (!current.isEmpty()) {
                blocks.add(new SourceBlock(excerpt.file(), current));
            }
        }
        return List.copyOf(blocks);
    }

    private static boolean isNear(List<LeakPage.Step> steps, String file, int line) {
        return steps.stream()
                .anyMatch(step -> step.getFile().equals(file) && Math.abs(step.getLine() - line) <= CONTEXT_LINES);
    }

    private static List<LeakPage.Step> on(List<LeakPage.Step> steps, String file, int line) {
        return steps.stream()
                .filter(step -> step.getFile().equals(file) && step.getLine() == line)
                .toList();
    }

    public String getFile() {
        return file;
    }

    public List<Line> getLines() {
        return List.copyOf(lines);
    }

    /** One line of source. */
    public static final class Line {
        private final int number;
        private final String text;
        private final List<LeakPage.Step> steps;

        Line(int number, String text, List<LeakPage.Step> steps) {
            this.number = number;
            this.text = text;
            this.steps = steps;
        }

        public int getNumber() {
            return number;
        }

        public String getText() {
            return text;
        }

        /** The steps on this line; most lines have none. */
        public List<LeakPage.Step> getSteps() {
            return List.copyOf(steps);
        }

        public boolean isMarked() {
            return !steps.isEmpty();
        }
    }
}
