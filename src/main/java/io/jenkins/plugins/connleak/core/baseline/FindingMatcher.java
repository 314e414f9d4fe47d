package io.jenkins.plugins.connleak.core.baseline;

import io.jenkins.plugins.connleak.core.model.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Matches findings with those of a reference, each of which is used once. Works in an order of its own, so the order of
 * its input does not matter. Costs a sort and a hash lookup per finding and pass.
 */
final class FindingMatcher {
    private final List<Finding> reference;
    private final List<Integer> order;
    private final boolean[] used;

    FindingMatcher(List<Finding> reference) {
        this.reference = reference;
        this.order = ordered(reference);
        this.used = new boolean[reference.size()];
    }

    /** The findings that are to be matched, and what they were matched with: a place in the reference each, or -1. */
    static final class Side {
        private final List<Finding> findings;
        private final int[] partners;
        private List<Integer> open;

        Side(List<Finding> findings) {
            this.findings = findings;
            this.partners = new int[findings.size()];
            Arrays.fill(partners, -1);
            this.open = ordered(findings);
        }

        int partnerOf(int place) {
            return partners[place];
        }
    }

    /** Matches what is left of {@code side} with what is left of the reference, where {@code key} is equal and not empty. */
    void match(Side side, Function<Finding, String> key) {
        if (side.open.isEmpty()) {
            return;
        }
        Map<String, Deque<Integer>> free = new HashMap<>();
        for (int place : order) {
            if (!used[place]) {
                free.computeIfAbsent(key.apply(reference.get(place)), text -> new ArrayDeque<>())
                        .add(place);
            }
        }
        List<Integer> left = new ArrayList<>();
        for (int place : side.open) {
            String text = key.apply(side.findings.get(place));
            Deque<Integer> candidates = text.isEmpty() ? null : free.get(text);
            if (candidates == null || candidates.isEmpty()) {
                left.add(place);
            } else {
                int partner = candidates.remove();
                used[partner] = true;
                side.partners[place] = partner;
            }
        }
        side.open = left;
    }

    /** Whether the finding at that place of the reference was matched. */
    boolean isUsed(int place) {
        return used[place];
    }

    private static List<Integer> ordered(List<Finding> findings) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            places.add(i);
        }
        places.sort(Comparator.comparing(findings::get, Finding.ORDER));
        return places;
    }
}
