package io.jenkins.plugins.connleak.core.source;

import java.util.ArrayList;
import java.util.List;

/**
 * One Ant-style pattern over relative paths: {@code **} stands for any number of whole segments, {@code *} for any
 * characters within a segment, {@code ?} for one. A pattern that ends with a separator means all below it. Both
 * separators are accepted, upper and lower case differ. Takes time proportional to pattern times path at most.
 */
public final class PathPattern {
    private static final String ANY_DEPTH = "**";

    private final List<String> segments;
    /** Whether it says something of the last name of a path alone, as most patterns do. */
    private final boolean isOfNames;

    private PathPattern(List<String> segments) {
        this.segments = List.copyOf(segments);
        this.isOfNames = segments.size() == 2
                && segments.get(0).equals(ANY_DEPTH)
                && !segments.get(1).equals(ANY_DEPTH);
    }

    /** The pattern of that text. */
    public static PathPattern of(String pattern) {
        String unified = pattern.replace('\\', '/');
        return new PathPattern(split(unified.endsWith("/") ? unified + ANY_DEPTH : unified));
    }

    /** Whether the pattern matches the whole of a relative path, {@code /} being its separator. */
    public boolean matches(String path) {
        if (isOfNames && !path.isEmpty() && !path.endsWith("/")) {
            return segmentMatches(segments.get(1), path.substring(path.lastIndexOf('/') + 1));
        }
        return matches(split(path), segments);
    }

    /** Whether some path below that folder could match; may say yes where none does. */
    boolean couldMatchBelow(String folder) {
        if (isOfNames) {
            return true;
        }
        List<String> names = split(folder);
        for (int i = 0; i < names.size(); i++) {
            if (i >= segments.size()) {
                return false;
            }
            if (segments.get(i).equals(ANY_DEPTH)) {
                return true;
            }
            if (!segmentMatches(segments.get(i), names.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether every path below that folder matches; may say no where all do. */
    boolean matchesAllBelow(String folder) {
        return !segments.isEmpty() && segments.get(segments.size() - 1).equals(ANY_DEPTH) && matches(folder);
    }

    /** A leading separator stays as an empty first segment, which no relative path has. */
    private static List<String> split(String path) {
        List<String> names = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                if (i > start || (i == 0 && path.length() > 0)) {
                    names.add(path.substring(start, i));
                }
                start = i + 1;
            }
        }
        return names;
    }

    private static boolean matches(List<String> names, List<String> pattern) {
        int name = 0;
        int at = 0;
        int resumePattern = -1;
        int resumeName = -1;
        while (name < names.size()) {
            if (at < pattern.size() && pattern.get(at).equals(ANY_DEPTH)) {
                resumePattern = at++;
                resumeName = name;
            } else if (at < pattern.size() && segmentMatches(pattern.get(at), names.get(name))) {
                at++;
                name++;
            } else if (resumePattern >= 0) {
                at = resumePattern + 1;
                name = ++resumeName;
            } else {
                return false;
            }
        }
        while (at < pattern.size() && pattern.get(at).equals(ANY_DEPTH)) {
            at++;
        }
        return at == pattern.size();
    }

    private static boolean segmentMatches(String pattern, String name) {
        int i = 0;
        int at = 0;
        int resumePattern = -1;
        int resumeName = -1;
        while (i < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                resumePattern = at++;
                resumeName = i;
            } else if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == name.charAt(i))) {
                at++;
                i++;
            } else if (resumePattern >= 0) {
                at = resumePattern + 1;
                i = ++resumeName;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
