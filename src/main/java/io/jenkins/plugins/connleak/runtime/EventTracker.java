package io.jenkins.plugins.connleak.runtime;

import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds requests that got no connection. One failed request is one log event with an exception whose causes repeat the
 * text; often it is announced by events without an exception, which are not counted again.
 */
final class EventTracker {
    /** An announcement stands so close before the event that it announces, in lines. */
    private static final int NEAR = 12;

    private static final int MAX_ANNOUNCED = 64;
    private static final List<String> CAUSES = List.of("Caused by: ", "Wrapped by: ", "Suppressed: ");

    private final EvidenceSink sink;
    private final ForeignCode foreign;
    private final Deque<Refusal> announced = new ArrayDeque<>();

    private @Nullable Refusal refusal;
    private List<StackFrame> block = new ArrayList<>();
    private List<StackFrame> outer = List.of();
    private List<StackFrame> site = List.of();
    private boolean isTextInBlock;
    private boolean isInStack;

    private record Refusal(ExhaustionHead head, LogPlace at) {}

    EventTracker(EvidenceSink sink, ForeignCode foreign) {
        this.sink = sink;
        this.foreign = foreign;
    }

    void line(String text, LogPlace at) {
        Optional<StackFrame> frame = StackFrames.of(text);
        if (frame.isPresent()) {
            isInStack = true;
            if (block.size() < EvidenceSite.MAX_FRAMES && foreign.isOwn(frame.get())) {
                block.add(frame.get());
            }
            return;
        }
        boolean isCause = isInStack && CAUSES.stream().anyMatch(text.stripLeading()::startsWith);
        boolean isRest = text.isBlank() || text.stripLeading().startsWith("... ");
        if (isRest) {
            return;
        }
        if (isCause) {
            endBlock();
        } else if (isInStack || !isException(text)) {
            end(at.line());
        }
        ExhaustionHead.of(text).ifPresent(head -> {
            refusal = refusal == null ? new Refusal(head, at) : refusal;
            isTextInBlock = true;
        });
    }

    /** Such a line between an event's message and its stack belongs to the event. */
    private static boolean isException(String text) {
        String trimmed = text.stripLeading();
        int end = 0;
        while (end < trimmed.length()
                && (Character.isJavaIdentifierPart(trimmed.charAt(end)) || trimmed.charAt(end) == '.')) {
            end++;
        }
        String name = trimmed.substring(0, end);
        boolean isThrowable = name.endsWith("Exception") || name.endsWith("Error") || name.endsWith("Throwable");
        return isThrowable && (end == trimmed.length() || trimmed.charAt(end) == ':');
    }

    private void endBlock() {
        if (isTextInBlock) {
            site = block.isEmpty() ? (outer.isEmpty() ? site : outer) : List.copyOf(block);
        }
        outer = block.isEmpty() ? outer : List.copyOf(block);
        block = new ArrayList<>();
        isTextInBlock = false;
    }

    /** To be called behind the last line. */
    void end() {
        end(Integer.MAX_VALUE);
        flush();
    }

    private void end(int line) {
        endBlock();
        while (!announced.isEmpty() && line - announced.peekFirst().at().line() > NEAR + 1 && refusal == null) {
            tell(announced.removeFirst(), List.of());
        }
        if (refusal != null) {
            if (site.isEmpty()) {
                announce(refusal);
            } else {
                LogPlace place = refusal.at();
                ExhaustionHead head = refusal.head();
                announced.removeIf(each -> each.head().tool() == head.tool()
                        && place.line() - each.at().line() <= NEAR);
                flush();
                sink.exhausted(head, place, site);
            }
        }
        refusal = null;
        site = List.of();
        outer = List.of();
        isInStack = false;
    }

    private void announce(Refusal each) {
        if (announced.size() == MAX_ANNOUNCED) {
            tell(announced.removeFirst(), List.of());
        }
        announced.addLast(each);
    }

    private void flush() {
        announced.forEach(each -> tell(each, List.of()));
        announced.clear();
    }

    private void tell(Refusal each, List<StackFrame> frames) {
        sink.exhausted(each.head(), each.at(), frames);
    }
}
