package io.jenkins.plugins.connleak.core.regex;

import io.jenkins.plugins.connleak.core.spec.RegexFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pattern analysis written a second time, straight from its description and with no care for speed, bounds or good
 * messages: what the real one is compared with.
 */
final class ProseReference {
    private final RegexFile patterns;
    private final Set<String> reported = new TreeSet<>();

    private ProseReference(RegexFile patterns) {
        this.patterns = patterns;
    }

    /** The method lines that are reported by either pass, trimmed; {@code null} as text for what has no method. */
    static Set<String> reported(List<String> lines, RegexFile patterns) {
        ProseReference reference = new ProseReference(patterns);
        reference.passOne(lines);
        reference.passTwo(lines);
        return reference.reported;
    }

    private void passOne(List<String> lines) {
        String method = null;
        List<String> open = new ArrayList<>();
        for (String raw : lines) {
            String line = uncommented(raw);
            if (Pattern.compile(patterns.method()).matcher(line).find()) {
                report(method, open);
                open = new ArrayList<>();
                method = line;
                continue;
            }
            Matcher acquisition = Pattern.compile(patterns.acquisition()).matcher(line);
            if (acquisition.find()) {
                open.add(acquisition.group(1));
            }
            String leaves = null;
            for (String variable : open) {
                if (isReleased(variable, line)) {
                    leaves = variable;
                }
            }
            open.remove(leaves);
        }
        report(method, open);
    }

    private void passTwo(List<String> lines) {
        String method = null;
        List<String> open = new ArrayList<>();
        boolean loop = false;
        int levels = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).trim().isEmpty()) {
                continue;
            }
            String line = uncommented(lines.get(i));
            if (Pattern.compile(patterns.method()).matcher(line).find()) {
                report(method, open);
                open = new ArrayList<>();
                method = line;
                loop = false;
                levels = 0;
                continue;
            }
            String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            boolean head = Pattern.compile("while\\s*\\(").matcher(line).find()
                    || Pattern.compile("for\\s*\\(").matcher(line).find();
            if (head && (line.contains("{") || next.contains("{"))) {
                loop = true;
            }
            if (loop && line.contains("{")) {
                levels++;
            }
            if (loop && line.contains("}")) {
                if (levels > 0) {
                    levels--;
                }
                if (levels == 0) {
                    loop = false;
                    report(method, open);
                    open = new ArrayList<>();
                }
            }
            if (loop) {
                Matcher acquisition = Pattern.compile(patterns.acquisition()).matcher(line);
                if (acquisition.find()) {
                    open.add(acquisition.group(1));
                }
                List<String> leave = new ArrayList<>();
                for (String variable : open) {
                    if (isReleased(variable, line)) {
                        leave.add(variable);
                    }
                }
                open.removeAll(leave);
            }
        }
    }

    private boolean isReleased(String variable, String line) {
        return Pattern.compile(patterns.releaseBefore() + variable + patterns.releaseAfter())
                .matcher(line)
                .find();
    }

    private void report(String method, List<String> open) {
        if (!open.isEmpty()) {
            reported.add(String.valueOf(method).trim());
        }
    }

    private static String uncommented(String line) {
        return line.replaceAll("//.*", "").replaceAll("(?s)/\\*(?:(?!/\\*|\\*/).)*\\*/", "");
    }
}
