package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.JavaKeywords;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Marks up lines of Java, one after the other: comments, literals, keywords, annotations.
 *
 * <p>It looks at words, not at grammar, and remembers only whether a comment or a text block goes on; an excerpt that begins
 * within one of them is coloured as code.
 */
final class JavaHighlighter {
    private static final Pattern TOKEN = Pattern.compile("(?<comment>//.*|/\\*.*?(?:\\*/|$))"
            + "|(?<block>\"\"\".*?(?:\"\"\"|$))"
            + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*+\"?|'(?:[^'\\\\]|\\\\.)*+'?)"
            + "|(?<annotation>@[A-Za-z_]\\w*+)"
            + "|(?<number>\\b\\d\\w*+)"
            + "|(?<word>\\b[A-Za-z_]\\w*+)");
    private static final Set<String> KEYWORDS = Stream.concat(
                    JavaKeywords.RESERVED.stream(), Stream.of("record", "var", "yield"))
            .collect(Collectors.toUnmodifiableSet());
    private static final String COMMENT_END = "*/";
    private static final String BLOCK_END = "\"\"\"";

    private String openUntil = "";

    /** The markup of the next line, {@code span}s of class {@code cl-c}, {@code cl-s}, {@code cl-k}, {@code cl-a}, {@code cl-n}. */
    String line(String source) {
        String line = Html.sourceLine(source);
        StringBuilder markup = new StringBuilder(line.length() * 2);
        int start = 0;
        if (!openUntil.isEmpty()) {
            String style = openUntil.equals(COMMENT_END) ? "cl-c" : "cl-s";
            int end = line.indexOf(openUntil);
            start = end < 0 ? line.length() : end + openUntil.length();
            span(markup, style, line.substring(0, start));
            openUntil = end < 0 ? openUntil : "";
        }
        Matcher token = TOKEN.matcher(line).region(start, line.length());
        while (token.find()) {
            markup.append(Html.escaped(line.substring(start, token.start())));
            append(markup, token);
            start = token.end();
        }
        return markup.append(Html.escaped(line.substring(start))).toString();
    }

    private void append(StringBuilder markup, Matcher token) {
        String text = token.group();
        if (token.group("comment") != null) {
            openUntil = text.startsWith("/*") && !isClosed(text, COMMENT_END, 2) ? COMMENT_END : "";
            span(markup, "cl-c", text);
        } else if (token.group("block") != null) {
            openUntil = isClosed(text, BLOCK_END, BLOCK_END.length()) ? "" : BLOCK_END;
            span(markup, "cl-s", text);
        } else if (token.group("string") != null) {
            span(markup, "cl-s", text);
        } else if (token.group("annotation") != null) {
            span(markup, "cl-a", text);
        } else if (token.group("number") != null) {
            span(markup, "cl-n", text);
        } else if (KEYWORDS.contains(text)) {
            span(markup, "cl-k", text);
        } else {
            markup.append(Html.escaped(text));
        }
    }

    private static boolean isClosed(String text, String end, int openingLength) {
        return text.length() >= openingLength + end.length() && text.endsWith(end);
    }

    private static void span(StringBuilder markup, String style, String text) {
        if (!text.isEmpty()) {
            markup.append("<span class=\"")
                    .append(style)
                    .append("\">")
                    .append(Html.escaped(text))
                    .append("</span>");
        }
    }
}
