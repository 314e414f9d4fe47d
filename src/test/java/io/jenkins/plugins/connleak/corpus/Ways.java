package io.jenkins.plugins.connleak.corpus;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The states in which a statement of a generated program is left, by the way it is left. */
final class Ways {
    /** How a statement is left. */
    enum Way {
        ON,
        RETURN,
        BREAK,
        CONTINUE,
        SQL_EXCEPTION,
        ILLEGAL_STATE,
        NULL_POINTER
    }

    private final Map<Way, Set<OracleState>> states = new EnumMap<>(Way.class);

    static Ways on(Set<OracleState> states) {
        Ways ways = new Ways();
        ways.add(Way.ON, states);
        return ways;
    }

    Set<OracleState> get(Way way) {
        return states.getOrDefault(way, Set.of());
    }

    Set<OracleState> on() {
        return get(Way.ON);
    }

    /** Whether something is new with it. */
    boolean add(Way way, OracleState state) {
        return states.computeIfAbsent(way, key -> new LinkedHashSet<>()).add(state);
    }

    void add(Way way, Set<OracleState> more) {
        more.forEach(state -> add(way, state));
    }

    /** All ways of the other but that on. */
    void addAbrupt(Ways other) {
        other.states.forEach((way, found) -> {
            if (way != Way.ON) {
                add(way, found);
            }
        });
    }

    /** Takes the states of one way out. */
    Set<OracleState> take(Way way) {
        Set<OracleState> taken = states.remove(way);
        return taken == null ? Set.of() : taken;
    }
}
