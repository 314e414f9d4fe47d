package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * Where a resource is acquired.
 *
 * @param file path relative to the scanned root, with {@code /} as separator
 * @param line line of the acquisition, from 1
 * @param packageName package of the file; empty for the default package
 * @param className simple name of the class, nested ones joined by a dot ({@code Outer.Inner}); may be empty in regex mode
 * @param method name and simple parameter types, such as {@code load(Connection,long)}; in regex mode the method line, trimmed
 */
public record Place(String file, int line, String packageName, String className, String method)
        implements Serializable, Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::file)
            .thenComparingInt(Place::line)
            .thenComparing(Place::className)
            .thenComparing(Place::method);

    public Place {
        Objects.requireNonNull(file);
        Objects.requireNonNull(packageName);
        Objects.requireNonNull(className);
        Objects.requireNonNull(method);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
