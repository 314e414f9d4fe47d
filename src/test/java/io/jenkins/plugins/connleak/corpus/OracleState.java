package io.jenkins.plugins.connleak.corpus;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Where a generated program stands at some moment: what its variables hold, what it has learned of its conditions, and
 * what it has lost for good.
 *
 * @param held by variable: what it holds
 * @param known by the text of a condition: how it came out, as long as nothing in it was assigned
 * @param lost what stays open whatever happens now, since no variable holds it any more
 */
record OracleState(Map<String, Held> held, Map<String, Boolean> known, Set<Held> lost) {
    static final OracleState EMPTY = new OracleState(Map.of(), Map.of(), Set.of());

    /**
     * What a variable holds. No two variables hold the same: generated programs never copy one to another.
     *
     * @param line where it was opened; 0 for null and for what is closed
     * @param kind what it is
     * @param threw whether an exception was thrown while it was open
     * @param excused whether it stays open for a reason that the analysis leaves out by intent
     */
    record Held(int line, Kind kind, boolean threw, boolean excused) {
        enum Kind {
            NULL,
            CLOSED,
            STATEMENT,
            CONNECTION
        }

        static final Held NULL = new Held(0, Kind.NULL, false, false);
        static final Held CLOSED = new Held(0, Kind.CLOSED, false, false);

        static Held opened(int line, Kind kind) {
            return new Held(line, kind, false, false);
        }

        boolean isNull() {
            return kind == Kind.NULL;
        }

        boolean isOpen() {
            return kind == Kind.STATEMENT || kind == Kind.CONNECTION;
        }

        Held throwing(boolean isExcused) {
            return isOpen() ? new Held(line, kind, true, excused || isExcused) : this;
        }
    }

    OracleState {
        held = Map.copyOf(held);
        known = Map.copyOf(known);
        lost = Set.copyOf(lost);
    }

    Held get(String variable) {
        return held.getOrDefault(variable, Held.NULL);
    }

    /** The variable holds something else now; what it held is lost if it is open. */
    OracleState assign(String variable, Held value) {
        Map<String, Held> after = new TreeMap<>(held);
        Held before = after.put(variable, value);
        return new OracleState(after, known, before == null ? lost : lostWith(before));
    }

    /** The variable is out of scope. */
    OracleState forget(String variable) {
        Map<String, Held> after = new TreeMap<>(held);
        Held before = after.remove(variable);
        return new OracleState(after, known, before == null ? lost : lostWith(before));
    }

    OracleState close(String variable) {
        Map<String, Held> after = new TreeMap<>(held);
        after.put(variable, Held.CLOSED);
        return new OracleState(after, known, lost);
    }

    /** A statement was opened that no variable ever held. */
    OracleState loses(int line) {
        return new OracleState(held, known, lostWith(Held.opened(line, Held.Kind.STATEMENT)));
    }

    private Set<Held> lostWith(Held value) {
        if (!value.isOpen()) {
            return lost;
        }
        Set<Held> more = new HashSet<>(lost);
        more.add(value);
        return more;
    }

    /** The same with all that is held or lost changed. */
    OracleState map(UnaryOperator<Held> change) {
        Map<String, Held> after = new TreeMap<>();
        held.forEach((variable, value) -> after.put(variable, change.apply(value)));
        return new OracleState(after, known, lost.stream().map(change).collect(Collectors.toSet()));
    }

    OracleState learn(String condition, boolean outcome) {
        Map<String, Boolean> more = new TreeMap<>(known);
        more.put(condition, outcome);
        return new OracleState(held, more, lost);
    }

    /** A number has another value: what was known of it holds no more. */
    OracleState change(String number) {
        if (known.isEmpty()) {
            return this;
        }
        Map<String, Boolean> rest = new TreeMap<>(known);
        rest.keySet().removeIf(condition -> List.of(condition.split(" ")).contains(number));
        return new OracleState(held, rest, lost);
    }

    /** What is open when the method is left here. */
    Set<Held> leaks() {
        Set<Held> all = new HashSet<>(lost);
        held.values().stream().filter(Held::isOpen).forEach(all::add);
        return all;
    }
}
