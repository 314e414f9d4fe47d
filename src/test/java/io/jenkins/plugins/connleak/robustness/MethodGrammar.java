package io.jenkins.plugins.connleak.robustness;

import java.util.List;
import java.util.Random;

/**
 * Makes classes from a grammar of Java: every kind of statement and expression, in nestings that nobody would write. Most
 * of it would not compile; all of it parses. The same seed makes the same text.
 */
final class MethodGrammar {
    private static final int DEEPEST = 6;
    private static final List<String> TYPES = List.of(
            "int",
            "var",
            "String",
            "Object",
            "Connection",
            "Statement",
            "ResultSet",
            "List<Connection>",
            "T[]",
            "Map<String, List<? extends Statement>>",
            "java.sql.PreparedStatement",
            "DataSource",
            "AutoCloseable");
    private static final List<String> NAMES = List.of("a", "b", "con", "st", "rs", "list", "ds", "this.f", "A.s", "_x");
    private static final List<String> METHODS = List.of(
            "close",
            "getConnection",
            "createStatement",
            "executeQuery",
            "next",
            "add",
            "get",
            "run",
            "closeQuietly",
            "isClosed",
            "stream",
            "forEach",
            "m0",
            "m1",
            "prepareStatement",
            "remove",
            "iterator",
            "unwrap",
            "toString");
    private static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "%", "&&", "||", "==", "!=", "<", ">=", "&", "|", "^", "<<", ">>>");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int budget;
    private int names;

    private MethodGrammar(long seed) {
        this.random = new Random(seed);
    }

    /** The text of a class with a few methods. */
    static String program(long seed) {
        MethodGrammar grammar = new MethodGrammar(seed);
        grammar.program();
        return grammar.text.toString();
    }

    private void program() {
        text.append("package p;\nimport java.sql.*;\nimport java.util.*;\nimport javax.sql.DataSource;\n");
        text.append("class A<T extends Connection> implements AutoCloseable {\nConnection f;\nstatic Statement s;\n");
        int methods = 1 + random.nextInt(4);
        for (int i = 0; i < methods; i++) {
            budget = 20 + random.nextInt(180);
            text.append(pick(List.of("", "private ", "static ", "final synchronized ")));
            text.append(pick(List.of("void", "Connection", "<R> R", "int")))
                    .append(" m")
                    .append(i);
            text.append("(Connection a, Statement b, T... list) throws SQLException ");
            block(0);
        }
        text.append("}\n");
    }

    private void block(int depth) {
        text.append("{\n");
        int statements = random.nextInt(depth == 0 ? 9 : 4);
        for (int i = 0; i < statements && budget > 0; i++) {
            statement(depth + 1);
        }
        text.append("}\n");
    }

    private void statement(int depth) {
        budget--;
        int kinds = depth < DEEPEST ? 26 : 8;
        switch (random.nextInt(kinds)) {
            case 0, 1, 2 -> declaration(depth);
            case 3 -> simple(name() + " = ", depth);
            case 4 -> text.append(name()).append('.').append(pick(METHODS)).append("();\n");
            case 5 -> simple("return ", depth);
            case 6 -> simple("throw ", depth);
            case 7 ->
                text.append(pick(List.of(";\n", "break;\n", "continue;\n", "return;\n", "yield 1;\n", "break l;\n")));
            case 8, 9 -> branch(depth);
            case 10 -> loop("while (", ") ", depth);
            case 11 -> loop("for (int i = 0, j; ", "; i++, j--) ", depth);
            case 12 -> loop("for (final var e" + names++ + " : ", ") ", depth);
            case 13 -> loopAtEnd(depth);
            case 14 -> loop("synchronized (", ") ", depth);
            case 15, 16, 17 -> attempt(depth);
            case 18, 19 -> choice(depth, false);
            case 20 -> {
                text.append("l: ");
                block(depth);
            }
            case 21 -> block(depth);
            case 22 -> localType(depth);
            case 23 -> simple("assert ", depth);
            case 24 -> simple("", depth, List.of("++", ".close()", ".next().close()"));
            default -> call(depth);
        }
    }

    private void simple(String before, int depth) {
        simple(before, depth, List.of(""));
    }

    private void simple(String before, int depth, List<String> after) {
        text.append(before);
        String end = pick(after);
        if (end.isEmpty()) {
            expression(depth + 1);
        } else {
            text.append(name());
        }
        text.append(end).append(";\n");
    }

    private void call(int depth) {
        text.append(name()).append('.').append(pick(METHODS)).append('(');
        arguments(depth + 1);
        text.append(");\n");
    }

    private void declaration(int depth) {
        String name = random.nextInt(3) == 0 ? pick(List.of("con", "st", "rs", "a", "b")) : "v" + names++;
        text.append(pick(TYPES)).append(' ').append(name).append(" = ");
        expression(depth + 1);
        text.append(";\n");
    }

    private void branch(int depth) {
        text.append("if (");
        expression(depth + 1);
        text.append(") ");
        block(depth);
        if (random.nextBoolean()) {
            text.append("else ");
            if (random.nextBoolean()) {
                branch(Math.min(DEEPEST, depth + 1));
            } else {
                block(depth);
            }
        }
    }

    private void loop(String before, String after, int depth) {
        text.append(before);
        expression(depth + 1);
        text.append(after);
        block(depth);
    }

    private void loopAtEnd(int depth) {
        text.append("do ");
        block(depth);
        text.append("while (");
        expression(depth + 1);
        text.append(");\n");
    }

    private void attempt(int depth) {
        boolean resources = random.nextInt(3) == 0;
        text.append("try ");
        if (resources) {
            text.append(random.nextBoolean() ? "(con; " : "(")
                    .append("var r")
                    .append(names++)
                    .append(" = ");
            expression(depth + 1);
            text.append(") ");
        }
        block(depth);
        int handlers = random.nextInt(3);
        for (int i = 0; i < handlers; i++) {
            text.append("catch (").append(pick(List.of("SQLException", "RuntimeException | Error", "final Throwable")));
            text.append(" x").append(names++).append(") ");
            block(depth);
        }
        if (random.nextBoolean() || (handlers == 0 && !resources)) {
            text.append("finally ");
            block(depth);
        }
    }

    private void choice(int depth, boolean isExpression) {
        text.append("switch (");
        expression(depth + 1);
        text.append(") {\n");
        boolean arrows = isExpression || random.nextBoolean();
        int cases = random.nextInt(4);
        for (int i = 0; i < cases; i++) {
            text.append("case ")
                    .append(pick(List.of("1", "\"x\"", "String q when q == null", "P(int x, var y)", "2, 3", "null")));
            text.append(arrows ? " -> " : ": ");
            arm(depth, arrows);
        }
        text.append("default").append(arrows ? " -> " : ": ");
        arm(depth, arrows);
        text.append("}\n");
    }

    private void arm(int depth, boolean arrow) {
        if (arrow && random.nextBoolean()) {
            text.append("{ yield ");
            expression(depth + 1);
            text.append("; }\n");
        } else if (arrow) {
            expression(depth + 1);
            text.append(";\n");
        } else {
            statement(depth + 1);
        }
    }

    private void localType(int depth) {
        switch (random.nextInt(4)) {
            case 0 -> text.append("record R").append(names++).append("(Connection c) { void z() throws SQLException ");
            case 1 -> text.append("class C").append(names++).append(" extends A { void z() ");
            case 2 -> text.append("enum E").append(names++).append(" { X, Y; void z() ");
            default -> text.append("interface I").append(names++).append(" { default void z() ");
        }
        block(Math.min(DEEPEST, depth + 1));
        text.append("}\n");
    }

    private void expression(int depth) {
        budget--;
        switch (budget > 0 && depth < DEEPEST + 3 ? random.nextInt(24) : random.nextInt(4)) {
            case 0, 1, 2 -> text.append(name());
            case 3 ->
                text.append(pick(List.of(
                        "null",
                        "1",
                        "true",
                        "\"s\"",
                        "'\\u0041'",
                        "0x1F",
                        "1e3",
                        "this",
                        "String.class",
                        "\"\"\"\n  t\\\n\"\"\"")));
            case 4, 5, 6, 7 -> chain(depth);
            case 8, 9 -> between(" " + pick(OPERATORS) + " ", depth);
            case 10 -> around("(", ")", depth);
            case 11 -> around("!(", ")", depth);
            case 12 -> around("(" + pick(List.of("Connection", "int", "T", "A & AutoCloseable")) + ") (", ")", depth);
            case 13 -> between(" ? null : ", depth);
            case 14 -> around("(" + name() + " = ", ")", depth);
            case 15 -> around("(x -> ", ")", depth);
            case 16 -> {
                text.append("((x, y) -> ");
                block(Math.min(DEEPEST, depth + 1));
                text.append(')');
            }
            case 17 ->
                text.append('(')
                        .append(name())
                        .append("::")
                        .append(pick(METHODS))
                        .append(')');
            case 18 -> around("new A<>(", ")", depth);
            case 19 -> anonymous(depth);
            case 20 -> around("new Object[] {", ", null}", depth);
            case 21 ->
                around(
                        "(",
                        " instanceof " + pick(List.of("Connection q", "A", "P(var l, P(int r, var z))")) + ")",
                        depth);
            case 22 -> around("(" + name() + ")[", "]", depth);
            default -> {
                text.append('(');
                choice(Math.min(DEEPEST, depth), true);
                text.append(')');
            }
        }
    }

    private void chain(int depth) {
        text.append(name());
        int calls = 1 + random.nextInt(3);
        for (int i = 0; i < calls; i++) {
            text.append('.').append(pick(METHODS)).append('(');
            if (random.nextInt(3) == 0) {
                arguments(depth + 1);
            }
            text.append(')');
        }
    }

    private void arguments(int depth) {
        int arguments = random.nextInt(3);
        for (int i = 0; i < arguments; i++) {
            text.append(i == 0 ? "" : ", ");
            expression(depth + 1);
        }
    }

    private void between(String operator, int depth) {
        text.append('(');
        expression(depth + 1);
        text.append(operator);
        expression(depth + 1);
        text.append(')');
    }

    private void around(String before, String after, int depth) {
        text.append(before);
        expression(depth + 1);
        text.append(after);
    }

    private void anonymous(int depth) {
        text.append("new Runnable() { Connection g = null; { f = null; } public void run() ");
        block(Math.min(DEEPEST, depth + 1));
        text.append("}");
    }

    private String name() {
        return pick(NAMES);
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
