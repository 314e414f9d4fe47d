package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that callers need to know of a method, or that the scan needs to know of a body. */
sealed interface MethodSummary {
    /** What becomes of an argument. */
    enum ParameterEffect implements MethodSummary {
        /** It is still the caller's. */
        LENT,
        /** It is still the caller's as far as can be seen: code that can't be seen got it. */
        SHOWN,
        /** It is closed, whichever way the method is left. */
        CLOSED,
        /** It is closed if the method is left normally. */
        CLOSED_NORMALLY,
        /** Somebody else is responsible now; for what a constructor keeps, the object. */
        KEPT,
        /** An object keeps it that its constructor hands to others, as one that starts a thread of its own. */
        KEPT_BY_OTHERS,
        /** What the method returns stands for it. */
        RETURNED,
        /** It is closed, whichever way the method is left, if nothing else was given that the method may fail to close. */
        CLOSED_ALONE
    }

    /** How a method may throw. */
    enum Throwing implements MethodSummary {
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
     * @param opened what it opens for the caller, if it does
     */
    record ResultEffect(boolean isLent, Optional<Opened> opened) implements MethodSummary {
        static final ResultEffect UNKNOWN = new ResultEffect(false, Optional.empty());
        static final ResultEffect LENT = new ResultEffect(true, Optional.empty());

        // written out: what Java makes of a record by itself costs each start a while
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ResultEffect each && isLent == each.isLent && opened.equals(each.opened);
        }

        @Override
        public int hashCode() {
            return 31 * Boolean.hashCode(isLent) + opened.hashCode();
        }
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
    record FieldEffects(Set<String> closed, Map<String, Opened> opened, Set<String> within) implements MethodSummary {
        static final FieldEffects NONE = new FieldEffects(Set.of(), Map.of(), Set.of());

        public FieldEffects {
            closed = Set.copyOf(closed);
            opened = Map.copyOf(opened);
            within = Set.copyOf(within);
        }

        // written out: what Java makes of a record by itself costs each start a while
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof FieldEffects each
                    && closed.equals(each.closed)
                    && opened.equals(each.opened)
                    && within.equals(each.within);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * closed.hashCode() + opened.hashCode()) + within.hashCode();
        }
    }

    /** Whether a body has to be followed. */
    enum Duties implements MethodSummary {
        NONE,
        /** It opens something, or has to close something. */
        OWES
    }

    /** Whether resources go through a body. */
    enum Handling implements MethodSummary {
        NONE,
        /** It opens some, has to close some, or gets some from its callers. */
        HANDLES
    }

    /**
     * What a body does itself about what it gives to other methods of its file.
     *
     * @param given by the methods and their parameters, as {@link OwnersGiven} writes them
     */
    record Care(Map<String, Given> given) implements MethodSummary {
        static final Care NONE = new Care(Map.of());

        public Care {
            given = Map.copyOf(given);
        }
    }

    /**
     * What becomes of something that was given to a helper, whatever the helper does.
     *
     * @param end how it ends
     * @param parameter the parameter that it came in by if it is passed on; else -1
     */
    record Given(End end, int parameter) {
        /** How something ends. */
        enum End {
            CLOSED,
            /** Closed, but that may only give it back to a pool. */
            HANDED_BACK,
            /** It is what the callers gave. */
            PASSED_ON,
            /** Nobody in sight closes it whatever happens. */
            LEFT
        }

        static final Given CLOSED = new Given(End.CLOSED, -1);
        static final Given HANDED_BACK = new Given(End.HANDED_BACK, -1);
        static final Given LEFT = new Given(End.LEFT, -1);

        static Given passedOn(int parameter) {
            return new Given(End.PASSED_ON, parameter);
        }

        /** What holds if it may be this or another. */
        Given and(Given other) {
            if (end == End.PASSED_ON && other.end == End.PASSED_ON && parameter != other.parameter) {
                return LEFT;
            }
            return end.compareTo(other.end) >= 0 ? this : other;
        }
    }

    /** Nothing is known yet of a method: it throws if it says so. */
    static Throwing unknown(Signature signature) {
        return signature.thrown().isEmpty() ? Throwing.QUIET : Throwing.LOUD;
    }
}
