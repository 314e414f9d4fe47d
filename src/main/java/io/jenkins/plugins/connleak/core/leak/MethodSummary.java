package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller needs to know of a method.
 *
 * @param parameters what becomes of each argument
 * @param result what is returned
 * @param fields what it does to fields of the object
 * @param throwing whether it throws more than any code may
 */
record MethodSummary(List<ParameterEffect> parameters, ResultEffect result, FieldEffects fields, Throwing throwing) {
    /** What becomes of an argument. */
    enum ParameterEffect {
        /** It is still the caller's. */
        LENT,
        /** It is still the caller's as far as can be seen: code that can't be seen got it. */
        SHOWN,
        /** It is closed, whichever way the method is left. */
        CLOSED,
        /** It is closed if the method is left normally. */
        CLOSED_NORMALLY,
        /** Somebody else is responsible now. */
        KEPT,
        /** What the method returns stands for it. */
        RETURNED
    }

    /** How a method may throw. */
    enum Throwing {
        /** It can't, or no more than any code. */
        QUIET,
        /** Only through code that can't be seen: it matters where the method declares an exception. */
        UNSEEN,
        /** It says so or does so. */
        LOUD,
        /** It does nothing else. */
        ALWAYS
    }

    /**
     * What a method returns.
     *
     * @param isLent whether it hands out something that is not the caller's to close
     * @param isThis whether it returns the object that it is called on
     * @param opened what it opens for the caller, if it does
     */
    record ResultEffect(boolean isLent, boolean isThis, Optional<Opened> opened) {
        static final ResultEffect UNKNOWN = new ResultEffect(false, false, Optional.empty());
        static final ResultEffect LENT = new ResultEffect(true, false, Optional.empty());
        static final ResultEffect THIS = new ResultEffect(false, true, Optional.empty());
    }

    /**
     * Something that was opened.
     *
     * @param type its qualified type
     * @param kind what it is
     * @param certainty whether it surely is opened
     * @param closedWith the parameter whose closing closes it; -1 if there is none
     * @param mayBePooled whether closing it may only give it back to a pool
     */
    record Opened(String type, ResourceKind kind, Certainty certainty, int closedWith, boolean mayBePooled) {}

    /**
     * What becomes of the fields of an object.
     *
     * @param closed those that are closed
     * @param opened those that hold something open when the method ends normally
     * @param within those that are opened by one call and closed by another
     */
    record FieldEffects(Set<String> closed, Map<String, Opened> opened, Set<String> within) {
        static final FieldEffects NONE = new FieldEffects(Set.of(), Map.of(), Set.of());

        FieldEffects {
            closed = Set.copyOf(closed);
            opened = Map.copyOf(opened);
            within = Set.copyOf(within);
        }
    }

    MethodSummary {
        parameters = List.copyOf(parameters);
    }

    /** Fields of the object that it closes. */
    Set<String> closedFields() {
        return fields.closed();
    }

    /** Nothing is known yet: it throws if it says so. */
    static MethodSummary unknown(Signature signature) {
        return new MethodSummary(
                Collections.nCopies(signature.parameterTypes().size(), ParameterEffect.LENT),
                ResultEffect.UNKNOWN,
                FieldEffects.NONE,
                signature.thrown().isEmpty() ? Throwing.QUIET : Throwing.LOUD);
    }
}
