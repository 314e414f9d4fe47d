package io.jenkins.plugins.connleak.core.leak;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Changes such as people make to sources between two scans. */
final class SourceEdits {
    private static final List<UnaryOperator<String>> EDITS = List.of(
            text -> "// a line more\n" + text,
            text -> text + "\n",
            text -> member(
                    text,
                    "void addedLeak(javax.sql.DataSource d) throws Exception {"
                            + " java.sql.Connection c = d.getConnection(); c.createStatement().execute(\"x\"); }"),
            text -> member(
                    text,
                    "java.sql.Connection open(javax.sql.DataSource d) throws Exception { return d.getConnection(); }"),
            text -> member(text, "Runnable task = new Runnable() { public void run() { } };"),
            text -> member(text, "public void close() { }"),
            text -> member(
                    text,
                    "private java.sql.Connection kept; void init(javax.sql.DataSource d) throws Exception {"
                            + " kept = d.getConnection(); }"),
            text -> member(text, "static class Added { void go() { } }"),
            text -> text.replace(".close()", ".hashCode()"),
            text -> text.replaceFirst("\\.close\\(\\)", ".toString()"),
            text -> text.replaceFirst("public \\w+ (get\\w+)\\(\\)", "public java.sql.Connection $1()"),
            text -> text.replaceFirst(
                    "return ", "if (System.nanoTime() < 0) throw new IllegalStateException(); return "),
            text -> text.replaceFirst(
                    "(private|protected|public) (?!class|interface|enum|record|static|abstract|final)(\\w+) (\\w+)\\(",
                    "$1 $2 $3Renamed("),
            text -> text.replaceFirst("throws \\w+", ""),
            text -> text.replaceFirst("finally", "finally { System.gc(); } try { } finally"),
            text -> text.replaceFirst("\\{", ""));

    private SourceEdits() {}

    /** One of the changes, drawn by the generator. */
    static String edit(String text, Random random) {
        return EDITS.get(random.nextInt(EDITS.size())).apply(text);
    }

    private static String member(String text, String member) {
        int end = text.lastIndexOf('}');
        return end < 0 ? text : text.substring(0, end) + "    " + member + "\n" + text.substring(end);
    }
}
