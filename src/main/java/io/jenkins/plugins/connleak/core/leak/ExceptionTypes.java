package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.ExceptionMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which handler takes which exception, by simple names. A call that can't be seen throws {@link #UNKNOWN}: where a
 * handler for some checked exception is near, it is taken to be meant for it.
 */
final class ExceptionTypes {
    /** Some exception; which is not known. */
    static final String UNKNOWN = "?";

    private static final int MAX_DEPTH = 20;

    private final Workspace workspace;
    private final Map<String, Optional<String>> parents = new HashMap<>();

    ExceptionTypes(Workspace workspace) {
        this.workspace = workspace;
    }

    ExceptionMatch match(String exception, List<String> handlers) {
        ExceptionMatch best = ExceptionMatch.NO;
        for (String handler : handlers) {
            ExceptionMatch match = match(exception, TypeNames.simple(handler));
            if (match == ExceptionMatch.MUST) {
                return match;
            }
            if (match == ExceptionMatch.MAY) {
                best = match;
            }
        }
        return best;
    }

    private ExceptionMatch match(String exception, String handler) {
        if (handler.equals("Throwable") || exception.equals(handler)) {
            return ExceptionMatch.MUST;
        }
        if (handler.equals("Exception") && !isA(exception, "Error")) {
            return ExceptionMatch.MUST;
        }
        if (exception.equals(UNKNOWN) || exception.isEmpty()) {
            return isA(handler, "RuntimeException") || isA(handler, "Error") ? ExceptionMatch.MAY : ExceptionMatch.MUST;
        }
        if (isA(exception, handler)) {
            return ExceptionMatch.MUST;
        }
        return isA(handler, exception) ? ExceptionMatch.MAY : ExceptionMatch.NO;
    }

    /** Whether a type surely extends another; the hierarchy of library exceptions is known in part only. */
    boolean isA(String type, String ancestor) {
        String current = type;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            if (current.equals(ancestor)) {
                return true;
            }
            Optional<String> parent = parent(current);
            if (parent.isEmpty()) {
                return false;
            }
            current = parent.get();
        }
        return false;
    }

    private Optional<String> parent(String type) {
        Optional<String> known = workspace.catalog().exceptionParent(type);
        if (known.isPresent()) {
            return known;
        }
        synchronized (parents) {
            return parents.computeIfAbsent(type, name -> workspace.exceptionParent(name));
        }
    }
}
