package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * A frame of a stack as a log names it. What a class loader, a module or a proxy adds to names is left out.
 *
 * @param className qualified name of the class, nested ones joined by {@code $}
 * @param method name of the method, such as {@code load}, {@code <init>} or {@code lambda$load$0}
 * @param file name of the source file without its folder, or what stands in its place, such as {@code <generated>}
 * @param line line from 1, or 0 if it is not known
 */
public record StackFrame(String className, String method, String file, int line)
        implements Serializable, Comparable<StackFrame> {
    private static final Comparator<StackFrame> ORDER = Comparator.comparing(StackFrame::className)
            .thenComparingInt(StackFrame::line)
            .thenComparing(StackFrame::method)
            .thenComparing(StackFrame::file);

    public StackFrame {
        Objects.requireNonNull(className);
        Objects.requireNonNull(method);
        Objects.requireNonNull(file);
    }

    /** As a stack trace writes it: {@code com.example.OrderDao.load(OrderDao.java:19)}. */
    public String text() {
        return className + "." + method + "(" + file + (line > 0 ? ":" + line : "") + ")";
    }

    @Override
    public int compareTo(StackFrame other) {
        return ORDER.compare(this, other);
    }
}
