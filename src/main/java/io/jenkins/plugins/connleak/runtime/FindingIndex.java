package io.jenkins.plugins.connleak.runtime;

import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Findings by the package and the name of their file, which is what a frame of a stack tells of its source. */
final class FindingIndex {
    private static final Set<ResourceKind> OF_A_CONNECTION =
            Set.of(ResourceKind.STATEMENT, ResourceKind.RESULT_SET, ResourceKind.CURSOR);

    private static final String LAMBDA = "lambda$";

    private final Map<String, List<Finding>> byFile = new HashMap<>();

    /**
     * The findings that a stack is about.
     *
     * @param findings those findings; empty if there are none
     * @param sameLine whether the stack names the line of the acquisition
     */
    record Match(List<Finding> findings, boolean sameLine) {
        static final Match NONE = new Match(List.of(), false);
    }

    FindingIndex(List<Finding> findings) {
        for (Finding finding : findings) {
            String file = finding.place().file();
            String name = file.substring(file.lastIndexOf('/') + 1);
            byFile.computeIfAbsent(finding.place().packageName() + "/" + name, key -> new ArrayList<>())
                    .add(finding);
        }
    }

    Match find(EvidenceSite site) {
        List<Finding> onLine = search(site, FindingIndex::isAtLine);
        if (!onLine.isEmpty()) {
            return new Match(onLine, true);
        }
        List<Finding> inMethod = search(site, FindingIndex::isOfMethod);
        boolean isOnlyOne = inMethod.stream().map(Finding::place).distinct().count() == 1;
        return isOnlyOne ? new Match(inMethod, false) : Match.NONE;
    }

    /** The findings at the first frame that has some. */
    private List<Finding> search(EvidenceSite site, BiPredicate<Finding, StackFrame> isThere) {
        boolean isAnyKind = site.sightings().tools().equals(List.of(Tool.DBCP1.label()));
        List<StackFrame> frames = site.frames();
        for (int i = 0; i < frames.size(); i++) {
            StackFrame frame = frames.get(i);
            StackFrame called = i == 0 ? null : frames.get(i - 1);
            Predicate<Finding> fits = finding -> isThere.test(finding, frame)
                    && (called == null || isAcquiredBy(finding, called))
                    && (isAnyKind
                            || !OF_A_CONNECTION.contains(finding.resource().kind()));
            List<Finding> found = byFile.getOrDefault(key(frame), List.of()).stream()
                    .filter(fits)
                    .toList();
            if (!found.isEmpty()) {
                return connectionsFirst(found);
            }
        }
        return List.of();
    }

    private static List<Finding> connectionsFirst(List<Finding> findings) {
        List<Finding> connections = findings.stream()
                .filter(finding -> finding.resource().kind() == ResourceKind.CONNECTION)
                .toList();
        return connections.isEmpty() ? findings : connections;
    }

    private static String key(StackFrame frame) {
        String name = frame.className();
        int simple = name.lastIndexOf('.') + 1;
        int nested = name.indexOf('$', simple);
        String topLevel = name.substring(simple, nested < 0 ? name.length() : nested);
        boolean isFile = frame.file().endsWith(".java");
        return name.substring(0, Math.max(0, simple - 1)) + "/" + (isFile ? frame.file() : topLevel + ".java");
    }

    /** Whether the acquisition is the call of that method; a path that does not name its call may be anything. */
    private static boolean isAcquiredBy(Finding finding, StackFrame called) {
        List<PathStep> path = finding.explanation().path();
        String text = path.isEmpty() ? "" : path.get(0).text();
        boolean isConstructor = called.method().equals("<init>");
        String name = isConstructor ? simpleName(called.className()) : called.method();
        return text.indexOf('(') < 0 || text.contains(name + "(");
    }

    private static boolean isAtLine(Finding finding, StackFrame frame) {
        return finding.place().line() == frame.line();
    }

    private static boolean isOfMethod(Finding finding, StackFrame frame) {
        String method = finding.place().method();
        int end = method.indexOf('(');
        String name = end < 0 ? method : method.substring(0, end);
        String owner = finding.place().className();
        return owner.equals(sourceName(frame.className())) && name.equals(sourceMethod(frame));
    }

    /** {@code com.example.Outer$Inner$1} as the source has it: {@code Outer.Inner}. */
    private static String sourceName(String className) {
        String[] parts = className.substring(className.lastIndexOf('.') + 1).split("\\$", -1);
        StringBuilder name = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length && !parts[i].isEmpty() && !Character.isDigit(parts[i].charAt(0)); i++) {
            name.append('.').append(parts[i]);
        }
        return name.toString();
    }

    private static String sourceMethod(StackFrame frame) {
        String method = frame.method();
        if (method.startsWith(LAMBDA)) {
            int end = method.lastIndexOf('$');
            method = end > LAMBDA.length() ? method.substring(LAMBDA.length(), end) : method;
        }
        boolean isConstructor = method.equals("<init>") || method.equals("new");
        return isConstructor ? simpleName(frame.className()) : method;
    }

    private static String simpleName(String className) {
        String name = sourceName(className);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
