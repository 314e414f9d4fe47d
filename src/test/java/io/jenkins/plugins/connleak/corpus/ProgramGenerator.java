package io.jenkins.plugins.connleak.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes Java classes with acquisitions and releases in random nestings of branches, loops, switches and try. The same
 * seed makes the same class. What it makes parses; whether it compiles, javac may decide (code after a return, say).
 */
final class ProgramGenerator {
    /** The line that ends a method; nothing else is written like it. */
    static final String END_OF_METHOD = "} // end of method";

    private static final int DEEPEST = 3;
    private static final int METHODS = 2;

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private int variables;
    private int loops;

    private ProgramGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** The lines of a class of that name. */
    static List<String> program(String className, long seed) {
        ProgramGenerator generator = new ProgramGenerator(seed);
        generator.lines.add("import java.sql.*;");
        generator.lines.add("class " + className + " {");
        for (int i = 0; i < METHODS; i++) {
            generator.method(i);
        }
        generator.lines.add("}");
        return List.copyOf(generator.lines);
    }

    private void method(int index) {
        variables = 0;
        loops = 0;
        lines.add("void m" + index
                + "(Connection given, javax.sql.DataSource pool, int n, boolean b) throws SQLException {");
        declare();
        block(0);
        if (random.nextBoolean()) {
            release();
        }
        lines.add(END_OF_METHOD);
    }

    private void block(int depth) {
        int statements = 1 + random.nextInt(3);
        for (int i = 0; i < statements; i++) {
            statement(depth);
        }
    }

    private void statement(int depth) {
        int choice = random.nextInt(depth < DEEPEST ? 16 : 8);
        switch (choice) {
            case 0 -> declare();
            case 1 -> assign();
            case 2, 3 -> release();
            case 4 -> use();
            case 5 -> lines.add("given.createStatement().execute(\"x\");");
            case 6 -> lines.add("n++;");
            case 7 -> leave();
            case 8, 9 -> branch(depth);
            case 10 -> loop(depth);
            case 11 -> choose(depth);
            case 12 -> resources(depth);
            default -> protect(depth);
        }
    }

    private void declare() {
        int kind = random.nextInt(3);
        String variable = "v" + variables++;
        lines.add(
                switch (kind) {
                    case 0 -> "Statement " + variable + " = null;";
                    case 1 -> "Statement " + variable + " = given.createStatement();";
                    default -> "Connection " + variable + " = pool.getConnection();";
                });
    }

    private void assign() {
        lines.add(variable() + " = given.createStatement();");
    }

    private void release() {
        String variable = variable();
        lines.add(
                random.nextBoolean()
                        ? variable + ".close();"
                        : "if (" + variable + " != null) { " + variable + ".close(); }");
    }

    private void use() {
        lines.add(variable() + ".clearWarnings();");
    }

    private String variable() {
        return "v" + random.nextInt(variables);
    }

    private void leave() {
        String way =
                switch (random.nextInt(loops > 0 ? 4 : 2)) {
                    case 0 -> "return;";
                    case 1 -> "throw new IllegalStateException();";
                    case 2 -> "break;";
                    default -> "continue;";
                };
        lines.add("if (n > " + random.nextInt(9) + ") { " + way + " }");
    }

    private void branch(int depth) {
        lines.add("if (" + (random.nextBoolean() ? "b" : variable() + " != null") + ") {");
        scoped(depth);
        if (random.nextBoolean()) {
            lines.add("} else {");
            scoped(depth);
        }
        lines.add("}");
    }

    private void loop(int depth) {
        boolean isDo = random.nextInt(3) == 0;
        lines.add(isDo ? "do {" : random.nextBoolean() ? "while (n < 9) {" : "for (int i = 0; i < n; i++) {");
        loops++;
        scoped(depth);
        loops--;
        lines.add(isDo ? "} while (b);" : "}");
    }

    private void choose(int depth) {
        lines.add("switch (n) {");
        for (int i = 0; i < 2; i++) {
            lines.add("case " + i + " -> {");
            scoped(depth);
            lines.add("}");
        }
        lines.add("default -> { n--; }");
        lines.add("}");
    }

    private void resources(int depth) {
        lines.add("try (Statement r" + depth + " = given.createStatement()) {");
        scoped(depth);
        lines.add("}");
    }

    private void protect(int depth) {
        lines.add("try {");
        scoped(depth);
        boolean handled = random.nextBoolean();
        if (handled) {
            lines.add("} catch (SQLException e" + depth + ") {");
            scoped(depth);
        }
        if (!handled || random.nextBoolean()) {
            lines.add("} finally {");
            release();
            if (random.nextInt(3) == 0) {
                scoped(depth);
            }
        }
        lines.add("}");
    }

    /** A block whose variables end with it. */
    private void scoped(int depth) {
        int before = variables;
        block(depth + 1);
        variables = before;
    }
}
