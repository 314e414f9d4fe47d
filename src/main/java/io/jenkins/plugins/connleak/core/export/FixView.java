package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.Fix;

/** The markup of a fix: a {@code pre} whose text is {@link Fix#diffLines()}, each line in a {@code span} of its own. */
final class FixView {
    private FixView() {}

    static void write(Fix fix, String label, Html html) {
        html.raw("<pre class=\"cl-diff\" tabindex=\"0\"")
                .attribute("aria-label", label)
                .raw(">");
        for (String line : fix.diffLines()) {
            html.element("span", "cl-diff-line " + style(line.charAt(0)), line).raw("\n");
        }
        html.raw("</pre>\n");
    }

    private static String style(char sign) {
        return switch (sign) {
            case Fix.ADDED -> "cl-diff-added";
            case Fix.REMOVED -> "cl-diff-removed";
            case Fix.KEPT -> "cl-diff-kept";
            default -> "cl-diff-place";
        };
    }
}
