package io.jenkins.plugins.connleak.core.regex;

import io.jenkins.plugins.connleak.core.spec.RegexFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of one file as both passes see them; each pattern is looked for once per line. Lines count from 1. */
final class FileLines {
    private static final String RELEASE_KEY = RegexFile.RELEASE_BEFORE_KEY + " with " + RegexFile.RELEASE_AFTER_KEY;
    private static final String LOOP_KEY = "The search for loops";
    private static final Pattern LOOP = Pattern.compile("while\\s*\\(|for\\s*\\(");

    private final RegexFile patterns;
    private final BoundedSearch search;
    private final Pattern methodPattern;
    private final Pattern acquisitionPattern;
    private final List<String> raw;
    private final List<String> code;
    private final Map<Integer, Boolean> methodLines = new HashMap<>();
    private final Map<Integer, List<Opened>> acquisitions = new HashMap<>();
    private final Map<String, Pattern> releasePatterns = new HashMap<>();

    FileLines(List<String> raw, RegexFile patterns, BoundedSearch search) {
        this.raw = raw;
        this.code = raw.stream().map(LineComments::remove).toList();
        this.patterns = patterns;
        this.search = search;
        this.methodPattern = patterns.methodPattern();
        this.acquisitionPattern = patterns.acquisitionPattern();
    }

    int count() {
        return raw.size();
    }

    /** The line without its comments. */
    String code(int line) {
        return code.get(line - 1);
    }

    /** Whether the line is empty as it stands, comments included. */
    boolean isBlank(int line) {
        return raw.get(line - 1).trim().isEmpty();
    }

    boolean startsMethod(int line) {
        return methodLines.computeIfAbsent(
                line, key -> find(RegexFile.METHOD_KEY, methodPattern, line).isPresent());
    }

    /** A loop's head that holds a brace, or whose next line does, comments included. */
    boolean startsLoop(int line) {
        return mayHoldLoop(code(line))
                && (code(line).contains("{") || (line < count() && raw.get(line).contains("{")))
                && find(LOOP_KEY, LOOP, line).isPresent();
    }

    /** What the line acquires: at most one, the first. */
    List<Opened> acquisition(int line) {
        return acquisitions.computeIfAbsent(line, key -> find(RegexFile.ACQUISITION_KEY, acquisitionPattern, line)
                .map(hit -> List.of(new Opened(hit.group(1), line)))
                .orElse(List.of()));
    }

    /** The variables among those that the line releases, in their order, twice where one was acquired twice. */
    List<@Nullable String> released(List<Opened> open, int line) {
        Map<String, Boolean> tried = new HashMap<>();
        List<@Nullable String> released = new ArrayList<>();
        for (Opened resource : open) {
            String text = String.valueOf(resource.variable());
            if (tried.computeIfAbsent(text, key -> isReleased(key, line))) {
                released.add(resource.variable());
            }
        }
        return released;
    }

    private boolean isReleased(String variable, int line) {
        Pattern pattern = releasePatterns.computeIfAbsent(variable, patterns::releasePattern);
        return find(RELEASE_KEY, pattern, line).isPresent();
    }

    private Optional<Matcher> find(String key, Pattern pattern, int line) {
        return search.find(key, pattern, code(line), line);
    }

    private static boolean mayHoldLoop(String line) {
        return line.contains("while") || line.contains("for");
    }
}
