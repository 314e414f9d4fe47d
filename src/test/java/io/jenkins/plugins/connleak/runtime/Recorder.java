package io.jenkins.plugins.connleak.runtime;

import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down what a log says. */
final class Recorder implements EvidenceSink {
    final List<LeakReport> leaks = new ArrayList<>();
    final List<String> returned = new ArrayList<>();
    final Map<String, Integer> refused = new TreeMap<>();
    final Map<String, Integer> open = new TreeMap<>();

    @Override
    public void leaked(LeakReport report) {
        leaks.add(report);
    }

    @Override
    public void returned(LeakHead head, LogPlace at) {
        returned.add(at.line() + " " + head.connection() + " " + head.thread());
    }

    @Override
    public void exhausted(ExhaustionHead head, LogPlace at, List<StackFrame> frames) {
        refused.merge(frames.isEmpty() ? "" : frames.get(0).text(), 1, Integer::sum);
    }

    @Override
    public void leftOpen(Tool tool, int count, LogPlace at) {
        open.merge(tool.label(), count, Integer::sum);
    }
}
