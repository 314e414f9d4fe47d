package io.jenkins.plugins.connleak.runtime;

import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Understands the lines of one service of one log, one after the other. It remembers one report and one event at a time,
 * so that it costs the same however long the log is; a report that the log tears apart is one without a stack.
 */
final class LogInterpreter {
    /** So many empty lines may stand between a report's first line and its stack. */
    private static final int MAX_BLANKS = 2;

    /** Frames beyond this one are not looked at. */
    private static final int MAX_FRAMES = 2_000;

    private static final String STATEMENT_OWNER = "setStackTrace";

    private final EvidenceSink sink;
    private final ForeignCode foreign;
    private final EventTracker events;
    private final OpenConnections openConnections = new OpenConnections();
    private final GoStack goStack = new GoStack();

    private String time = "";
    private @Nullable LeakHead head;
    private LogPlace at = new LogPlace(0, "");
    private final List<StackFrame> own = new ArrayList<>();
    private int frames;
    private int blanks;
    private boolean isIntroduced;
    private boolean isConnection;
    private int leftAtShutdown;

    LogInterpreter(EvidenceSink sink, ForeignCode foreign) {
        this.sink = sink;
        this.foreign = foreign;
        this.events = new EventTracker(sink, foreign);
    }

    /** Takes the next line; {@code outer} is a time that stands before it, or empty. */
    void line(int number, String outer, String text) {
        String written = LogTime.of(text);
        if (!written.isEmpty() || !outer.isEmpty()) {
            time = written.isEmpty() ? outer : written;
        }
        LogPlace place = new LogPlace(number, time);
        if (head != null && goesOn(text)) {
            return;
        }
        finish();
        begin(text, place);
        events.line(text, place);
    }

    /** To be called behind the last line. */
    void end(int number) {
        finish();
        events.end();
        LogPlace place = new LogPlace(number, time);
        if (leftAtShutdown > 0) {
            sink.leftOpen(Tool.HIBERNATE, leftAtShutdown, place);
        }
        if (openConnections.count() > 0) {
            sink.leftOpen(Tool.LOG4JDBC, openConnections.count(), place);
        }
    }

    private void begin(String text, LogPlace place) {
        Optional<LeakHead> found = LeakHead.of(text);
        if (found.isPresent()) {
            head = found.get();
            at = place;
            isIntroduced = head.intro().isEmpty() || text.contains(head.intro());
            isConnection = head.tool() != Tool.DBCP1;
            return;
        }
        LeakHead.returned(text).ifPresent(back -> sink.returned(back, place));
        leakedAtAgroal(text, place);
        Cut.numberAfter(text, "Connection leak detected: there are ")
                .filter(count -> text.contains(" unclosed connections"))
                .ifPresent(count ->
                        leftAtShutdown = Math.max(leftAtShutdown, (int) Math.min(count, OpenConnections.MAX_OPEN)));
        openConnections.line(text);
    }

    /** Agroal's longer report has its whole stack in one line. */
    private void leakedAtAgroal(String text, LogPlace place) {
        Optional<String> connection = Cut.between(text, "Leaked connection ", " acquired at: [");
        if (connection.isPresent()) {
            String pool = Cut.between(text, "Datasource '", "': ").orElse("");
            List<StackFrame> stack = new ArrayList<>();
            for (String frame : Cut.after(text, " acquired at: [").orElse("").split(", ", MAX_FRAMES)) {
                StackFrames.bare(frame).ifPresent(each -> addOwn(each, stack));
            }
            sink.leaked(new LeakReport(new LeakHead(Tool.AGROAL, connection.get(), "", pool, ""), place, stack, true));
        }
    }

    /** Whether the line belongs to the report that has begun. */
    private boolean goesOn(String text) {
        LeakHead report = head;
        if (report == null || report.tool() == Tool.AGROAL) {
            return false;
        }
        if (report.tool() == Tool.GO_TRACE) {
            return goStack.take(text);
        }
        Optional<StackFrame> frame = report.tool().hasBareFrames() ? StackFrames.bare(text) : StackFrames.of(text);
        if (frame.isPresent() && isIntroduced) {
            frames++;
            isConnection |= frame.get().method().equals(STATEMENT_OWNER);
            if (frames <= MAX_FRAMES) {
                addOwn(frame.get(), own);
            }
            return true;
        }
        if (frames > 0) {
            return false;
        }
        if (text.isBlank()) {
            blanks++;
            return blanks <= MAX_BLANKS;
        }
        boolean isIntro = !report.intro().isEmpty() && text.contains(report.intro());
        if (isIntro && LeakHead.of(text).isEmpty()) {
            isIntroduced = true;
            return true;
        }
        return false;
    }

    private void addOwn(StackFrame frame, List<StackFrame> target) {
        if (target.size() < EvidenceSite.MAX_FRAMES && foreign.isOwn(frame)) {
            target.add(frame);
        }
    }

    private void finish() {
        if (head != null) {
            List<StackFrame> stack = head.tool() == Tool.GO_TRACE ? goStack.own() : own;
            boolean ofConnection = isConnection || frames == 0;
            sink.leaked(new LeakReport(head, at, stack, ofConnection));
            head = null;
            own.clear();
            goStack.clear();
            frames = 0;
            blanks = 0;
        }
    }
}
