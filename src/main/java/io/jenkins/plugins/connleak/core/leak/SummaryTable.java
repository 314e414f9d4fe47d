package io.jenkins.plugins.connleak.core.leak;

import java.util.IdentityHashMap;
import java.util.Map;

/** The summaries of one round; not changed while a round reads it. */
final class SummaryTable {
    private final Map<MethodModel, MethodSummary> summaries = new IdentityHashMap<>();

    MethodSummary of(MethodModel method) {
        MethodSummary summary = summaries.get(method);
        return summary != null ? summary : MethodSummary.unknown(method.signature());
    }

    /** Keeps a summary; answers whether it says something new. */
    boolean put(MethodModel method, MethodSummary summary) {
        boolean isNew = !summary.equals(of(method));
        summaries.put(method, summary);
        return isNew;
    }
}
