package io.jenkins.plugins.connleak.runtime;

import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * A stack as Go prints it: a line for the function, and one for its file and line. The trace is taken in the driver's own
 * function that opens the connection, so the first frames of that function's package are the driver's.
 */
final class GoStack {
    private static final String STANDARD_SOURCES = "/src/";
    private static final String CREATED_BY = "created by ";

    private final List<StackFrame> own = new ArrayList<>();
    private String function = "";
    private String driver = "";
    private boolean isInDriver = true;

    /** Takes the next line; false if it is no part of a stack. */
    boolean take(String line) {
        int file = line.lastIndexOf(".go:");
        if (file > 0 && (line.startsWith("  ") || line.startsWith("\t"))) {
            frame(line, file);
            function = "";
            return true;
        }
        String name = line.startsWith(CREATED_BY) ? line.substring(CREATED_BY.length()) : line;
        int arguments = name.endsWith(")") ? openingOfLast(name) : name.length();
        if (name.isEmpty() || name.charAt(0) <= ' ' || name.startsWith("::") || name.lastIndexOf('.', arguments) < 0) {
            return false;
        }
        function = name.substring(0, arguments);
        return true;
    }

    /** The bracket that the last one closes. */
    private static int openingOfLast(String name) {
        int depth = 0;
        for (int i = name.length() - 1; i > 0; i--) {
            depth += name.charAt(i) == ')' ? 1 : name.charAt(i) == '(' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return name.length();
    }

    private void frame(String line, int ending) {
        int folder = Math.max(line.lastIndexOf('/', ending), line.lastIndexOf(' ', ending));
        int split = splitOf(function);
        if (split <= 0) {
            return;
        }
        String owner = packageOf(function);
        driver = driver.isEmpty() ? owner : driver;
        isInDriver &= owner.equals(driver);
        boolean isStandard = owner.indexOf('.') < 0 && line.contains(STANDARD_SOURCES);
        if (!isInDriver && !isStandard && own.size() < EvidenceSite.MAX_FRAMES) {
            own.add(new StackFrame(
                    function.substring(0, split),
                    function.substring(split + 1),
                    line.substring(folder + 1, ending + 3),
                    Cut.numberAfter(line.substring(ending), ".go:").orElse(0L).intValue()));
        }
    }

    /** The dot before the function's own name: {@code web.(*Controller).Find}, {@code web.Report.func1}. */
    private static int splitOf(String function) {
        int method = function.lastIndexOf(").");
        return method > 0 ? method + 1 : function.indexOf('.', function.lastIndexOf('/') + 1);
    }

    private static String packageOf(String function) {
        return function.substring(0, Math.max(0, function.indexOf('.', function.lastIndexOf('/') + 1)));
    }

    List<StackFrame> own() {
        return List.copyOf(own);
    }

    void clear() {
        own.clear();
        function = "";
        driver = "";
        isInDriver = true;
    }
}
