package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Op;
import java.util.Set;

/** The usual accessors of collections, iterators and optionals, by their names. */
final class ElementAccess {
    /** Those that hand out all of the elements. */
    private static final Set<String> VIEWS = Set.of(
            "iterator",
            "listIterator",
            "values",
            "stream",
            "collect",
            "toList",
            "toArray",
            "elements",
            "entrySet",
            "keySet");

    /** Those that hand out one of them. */
    private static final Set<String> SINGLE = Set.of(
            "get",
            "next",
            "remove",
            "poll",
            "pop",
            "peek",
            "take",
            "element",
            "first",
            "last",
            "getFirst",
            "getLast",
            "orElse",
            "orElseThrow",
            "orElseGet",
            "nextElement",
            "getKey",
            "getValue");

    private ElementAccess() {}

    /** Whether a method of that name hands out what its object contains. */
    static boolean isNamedSo(String method) {
        return SINGLE.contains(method) || VIEWS.contains(method);
    }

    /** Whether a call hands out what the object it is called on contains, as collections, iterators and optionals do. */
    static boolean handsOut(Op.Invoke invoke) {
        return invoke.receiver() >= 0 && isNamedSo(invoke.callee().name());
    }

    /** Whether it hands out all of the elements and not one, as the values of a map are. */
    static boolean handsOutView(Op.Invoke invoke) {
        return VIEWS.contains(invoke.callee().name());
    }
}
