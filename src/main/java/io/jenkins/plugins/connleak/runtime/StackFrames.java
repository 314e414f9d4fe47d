package io.jenkins.plugins.connleak.runtime;

import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.util.List;
import java.util.Optional;

/** Frames of Java stacks in lines of logs. Each line costs time in proportion to its length. */
final class StackFrames {
    private static final String AT = "at ";

    /** Longest part of a line in which a frame is looked for. */
    private static final int MAX_LENGTH = 2_000;

    /** What stands between the brackets where there is no file. */
    private static final List<String> NO_FILES = List.of("Native Method", "Unknown Source", "<generated>");

    private static final List<String> ENDINGS = List.of(".java", ".kt", ".kts", ".groovy", ".scala", ".clj");
    private static final String HIDDEN_CLASS = "/0x";

    private StackFrames() {}

    /** The frame that this line is, if it is one as {@code Throwable.printStackTrace} writes it. */
    static Optional<StackFrame> of(String line) {
        int start = indent(line);
        return line.startsWith(AT, start) ? parse(line, start + AT.length(), false) : Optional.empty();
    }

    /** The frame that this line is, with or without {@code at}: for logs of which it is known that frames come now. */
    static Optional<StackFrame> bare(String line) {
        Optional<StackFrame> usual = of(line);
        return usual.isPresent() ? usual : parse(line, indent(line), true);
    }

    private static int indent(String line) {
        int start = 0;
        while (start < line.length() && (line.charAt(start) == ' ' || line.charAt(start) == '\t')) {
            start++;
        }
        return start;
    }

    /** @param strict whether the brackets must hold a source file */
    private static Optional<StackFrame> parse(String line, int start, boolean strict) {
        int limit = Math.min(line.length(), start + MAX_LENGTH);
        int open = start;
        while (open < limit && isPartOfName(line.charAt(open))) {
            open++;
        }
        if (open >= limit || line.charAt(open) != '(') {
            return Optional.empty();
        }
        int close = line.indexOf(')', open);
        if (close < 0 || close > limit) {
            return Optional.empty();
        }
        String name = withoutModule(line.substring(start, open));
        int dot = name.lastIndexOf('.');
        String source = line.substring(open + 1, close);
        if (dot <= 0 || dot == name.length() - 1 || (strict && !isSource(source))) {
            return Optional.empty();
        }
        int colon = source.lastIndexOf(':');
        int number = colon < 0 ? 0 : number(source.substring(colon + 1));
        return Optional.of(new StackFrame(
                ofItsSource(name.substring(0, dot)),
                name.substring(dot + 1),
                number > 0 ? source.substring(0, colon) : source,
                number));
    }

    private static boolean isPartOfName(char unit) {
        return Character.isLetterOrDigit(unit) || "._$<>/@+-".indexOf(unit) >= 0;
    }

    private static boolean isSource(String text) {
        int colon = text.lastIndexOf(':');
        String file = colon < 0 ? text : text.substring(0, colon);
        return NO_FILES.contains(text) || ENDINGS.stream().anyMatch(file::endsWith);
    }

    /** Class loaders and modules stand before the name: {@code java.base@17.0.15/java.lang.Thread.run}. */
    private static String withoutModule(String name) {
        int hidden = name.indexOf(HIDDEN_CLASS);
        return name.substring(name.lastIndexOf('/', hidden < 0 ? name.length() : hidden - 1) + 1);
    }

    /** The class of which a library made this one. */
    private static String ofItsSource(String className) {
        int made = className.indexOf("$$");
        boolean isHidden = className.contains(HIDDEN_CLASS) || className.startsWith("$$Lambda", Math.max(0, made));
        return made > 0 && !isHidden ? className.substring(0, made) : className;
    }

    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(unit -> unit >= '0' && unit <= '9')) {
            return 0;
        }
        return Integer.parseInt(digits);
    }
}
