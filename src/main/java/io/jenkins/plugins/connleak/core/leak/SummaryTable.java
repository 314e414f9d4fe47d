package io.jenkins.plugins.connleak.core.leak;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** The summaries of one round as one analysis sees them, and which of them it asked for: if none of those changes, neither does its result. */
final class SummaryTable {
    private final Map<MethodModel, MethodSummary> summaries;
    private final Set<MethodModel> asked = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Sees these summaries, which do not change while it is in use. */
    SummaryTable(Map<MethodModel, MethodSummary> summaries) {
        this.summaries = summaries;
    }

    MethodSummary of(MethodModel method) {
        if (method.graph().isPresent()) {
            asked.add(method);
        }
        MethodSummary summary = summaries.get(method);
        return summary != null ? summary : MethodSummary.unknown(method.signature());
    }

    /** The methods whose summaries were asked for. */
    Set<MethodModel> asked() {
        return asked;
    }
}
