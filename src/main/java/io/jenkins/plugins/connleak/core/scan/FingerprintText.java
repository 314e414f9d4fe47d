package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a finding's fingerprint is made of, read from its file's code: no comments, no line numbers, no indentation.
 * Lines are joined to whole statements, so that wrapping one changes nothing.
 */
final class FingerprintText {
    private static final int MAX_STATEMENT_LINES = 8;
    private static final int NEIGHBOURS = 2;
    private static final String SEPARATOR = "\u001f";
    private static final String ENDS_OF_STATEMENTS = ";{}";
    private static final Pattern IDENTIFIER_BEFORE_PARENTHESIS = Pattern.compile("(\\w+)\\s*\\(");
    private static final String SOURCE_SUFFIX = ".java";

    private final List<String> code;

    /** Works on the lines of one file, comments blanked out; no lines at all if the file is gone. */
    FingerprintText(List<String> code) {
        this.code = code;
    }

    /**
     * What is hashed.
     *
     * @param exact rule, package, class, method, resource and acquisition
     * @param context rule, type, acquisition and the lines around it, without the names of file, class, method and variable
     */
    record Parts(String exact, String context) {}

    Parts of(Finding finding) {
        int line = finding.place().line();
        int first = firstOfStatement(line);
        int last = lastOfStatement(line);
        String acquisition = normal(join(first, last));
        String exact = String.join(
                SEPARATOR,
                finding.rule().id(),
                finding.place().packageName(),
                finding.place().className(),
                normal(finding.place().method()),
                finding.resource().type(),
                finding.resource().variable(),
                acquisition);
        List<String> around = new ArrayList<>();
        around.add(finding.rule().id());
        around.add(finding.resource().type());
        around.addAll(neighbours(first - 1, -1));
        around.add(acquisition);
        around.addAll(neighbours(last + 1, 1));
        return new Parts(exact, withoutNames(String.join(SEPARATOR, around), finding));
    }

    private int firstOfStatement(int line) {
        int first = line;
        while (first > 1
                && line - first < MAX_STATEMENT_LINES
                && isWithin(first - 1)
                && !text(first - 1).isBlank()
                && !endsStatement(text(first - 1))) {
            first--;
        }
        return first;
    }

    private int lastOfStatement(int line) {
        int last = line;
        while (last - line < MAX_STATEMENT_LINES && isWithin(last + 1) && !endsStatement(text(last))) {
            last++;
        }
        return last;
    }

    private List<String> neighbours(int from, int direction) {
        List<String> lines = new ArrayList<>();
        for (int line = from; isWithin(line) && lines.size() < NEIGHBOURS; line += direction) {
            String normal = normal(text(line));
            if (!normal.isEmpty()) {
                lines.add(normal);
            }
        }
        return lines;
    }

    private String join(int first, int last) {
        StringBuilder text = new StringBuilder();
        for (int line = first; line <= last && isWithin(line); line++) {
            text.append(text(line)).append(' ');
        }
        return text.toString();
    }

    private boolean isWithin(int line) {
        return line >= 1 && line <= code.size();
    }

    private String text(int line) {
        return code.get(line - 1);
    }

    private static boolean endsStatement(String line) {
        String stripped = line.strip();
        return !stripped.isEmpty() && ENDS_OF_STATEMENTS.indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
    }

    /** Without white space, but for one space where two words would grow together. */
    static String normal(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                space = true;
                continue;
            }
            if (space
                    && !normal.isEmpty()
                    && Character.isJavaIdentifierPart(c)
                    && Character.isJavaIdentifierPart(normal.charAt(normal.length() - 1))) {
                normal.append(' ');
            }
            normal.append(c);
            space = false;
        }
        return normal.toString();
    }

    private static String withoutNames(String text, Finding finding) {
        TreeSet<String> names =
                new TreeSet<>(List.of(finding.place().className().split("\\.", -1)));
        Matcher method = IDENTIFIER_BEFORE_PARENTHESIS.matcher(finding.place().method());
        if (method.find()) {
            names.add(method.group(1));
        }
        names.add(finding.resource().variable());
        String file = finding.place().file();
        String simpleName = file.substring(file.lastIndexOf('/') + 1);
        if (simpleName.endsWith(SOURCE_SUFFIX)) {
            names.add(simpleName.substring(0, simpleName.length() - SOURCE_SUFFIX.length()));
        }
        String without = text;
        for (String name : names) {
            if (!name.isEmpty()) {
                without = without.replaceAll("\\b" + Pattern.quote(name) + "\\b", "_");
            }
        }
        return without;
    }
}
