package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.MethodSummary.FieldEffects;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one call does to resources. Each part is judged when it is asked for first: most calls are never asked for most
 * of them, and what a part asks the summaries of other methods need not be known before. One thread's own.
 */
final class CallEffect {
    /**
     * Something that is opened by a call.
     *
     * @param type qualified type as far as it is known
     * @param kind what it is
     * @param certainty whether it surely is opened
     * @param closedWith whose closing closes it: an argument by its index, {@link #RECEIVER}, or {@link #ALONE}
     * @param mayBePooled whether closing it may only give it back to a pool
     */
    record Acquired(String type, ResourceKind kind, Certainty certainty, int closedWith, boolean mayBePooled) {
        /** Closing nothing else closes it. */
        static final int ALONE = -1;
        /** Closing the object it was called on closes it. */
        static final int RECEIVER = -2;

        Acquired withCertainty(Certainty newCertainty) {
            return new Acquired(type, kind, newCertainty, closedWith, mayBePooled);
        }

        Acquired closedWith(int owner) {
            return new Acquired(type, kind, certainty, owner, mayBePooled);
        }
    }

    /** What a call does to the object it is called on. */
    enum ReceiverEffect {
        NONE,
        CLOSES,
        /** Closes what the object opened before. */
        REPLACES,
        /** Makes it go with what it opened. */
        HANDS_OVER,
        /** Answers whether it is closed. */
        ASKS_CLOSED,
        /** Answers whether it is open. */
        ASKS_OPEN
    }

    /** What becomes of an argument. */
    enum ArgumentEffect {
        /** Seen to be given back. */
        LENT,
        CLOSED,
        CLOSED_NORMALLY,
        /** Closed whichever way the call ends if nothing else is given that can be closed. */
        CLOSED_ALONE,
        /** Goes back to where it came from, which does not say that what was opened from it is closed. */
        HANDED_BACK,
        /** Somebody else is responsible now. */
        KEPT,
        /** The result stands for it: a wrapper. */
        WRAPPED,
        /** The same, but the wrapper can't be seen. */
        WRAPPED_UNSEEN,
        /** Goes into a collection: the receiver. */
        COLLECTED,
        /** Goes to code that can't be seen. */
        UNSEEN;

        /** Whether the argument is closed, whichever way the call ends. */
        boolean closes() {
            return this == CLOSED || this == HANDED_BACK;
        }

        /** Whether the argument is closed if the call ends normally. */
        boolean closesNormally() {
            return closes() || this == CLOSED_NORMALLY || this == CLOSED_ALONE;
        }
    }

    /** What the result stands for, besides wrapped arguments. */
    enum ResultAlias {
        NONE,
        /** The object it is called on. */
        RECEIVER,
        /** Something that is closed when the object it is called on is closed. */
        PART,
        /** An element of the collection it is called on. */
        ELEMENT
    }

    /**
     * How a call may throw.
     *
     * @param level how likely
     * @param exception simple name of what it throws, or {@link ExceptionTypes#UNKNOWN}
     */
    record Risk(Level level, String exception) {
        /** How likely a call throws. */
        enum Level {
            /** It does not, or no more than any code. */
            NONE,
            /** Nobody knows: the method can't be seen. */
            UNSEEN,
            /** It declares or does it. */
            LOUD,
            /** It does nothing else. */
            ALWAYS,
            /** It never returns. */
            EXITS
        }

        static final Risk NONE = new Risk(Level.NONE, "");
        static final Risk UNSEEN = new Risk(Level.UNSEEN, ExceptionTypes.UNKNOWN);
        static final Risk EXITS = new Risk(Level.EXITS, "");
    }

    /** Judges the parts of one call. */
    interface Judge {
        Optional<Acquired> acquired();

        ReceiverEffect receiver();

        ArgumentEffect argument(int index);

        ResultAlias result();

        FieldEffects fields();

        Risk risk();
    }

    /** The judgement of a node that calls nothing. */
    static final Judge NOTHING = new Judge() {
        @Override
        public Optional<Acquired> acquired() {
            return Optional.empty();
        }

        @Override
        public ReceiverEffect receiver() {
            return ReceiverEffect.NONE;
        }

        @Override
        public ArgumentEffect argument(int index) {
            return ArgumentEffect.LENT;
        }

        @Override
        public ResultAlias result() {
            return ResultAlias.NONE;
        }

        @Override
        public FieldEffects fields() {
            return FieldEffects.NONE;
        }

        @Override
        public Risk risk() {
            return Risk.NONE;
        }
    };

    private final int arguments;
    private final Judge judge;
    private final @Nullable ArgumentEffect[] judgedArguments;
    private @Nullable Optional<Acquired> acquired;
    private @Nullable ReceiverEffect receiver;
    private @Nullable ResultAlias result;
    private @Nullable FieldEffects fields;
    private @Nullable Risk risk;

    /** A call with so many arguments. */
    CallEffect(int arguments, Judge judge) {
        this.arguments = arguments;
        this.judge = judge;
        this.judgedArguments = new ArgumentEffect[arguments];
    }

    /** What it opens, if it does. */
    Optional<Acquired> acquired() {
        Optional<Acquired> known = acquired;
        if (known == null) {
            known = judge.acquired();
            acquired = known;
        }
        return known;
    }

    /** What it does to the object it is called on. */
    ReceiverEffect receiver() {
        ReceiverEffect known = receiver;
        if (known == null) {
            known = judge.receiver();
            receiver = known;
        }
        return known;
    }

    /** How many arguments it has. */
    int arguments() {
        return arguments;
    }

    /** What becomes of an argument. */
    ArgumentEffect argument(int index) {
        if (index >= arguments) {
            return ArgumentEffect.LENT;
        }
        ArgumentEffect known = judgedArguments[index];
        if (known == null) {
            known = judge.argument(index);
            judgedArguments[index] = known;
        }
        return known;
    }

    /** What its result stands for. */
    ResultAlias result() {
        ResultAlias known = result;
        if (known == null) {
            known = judge.result();
            result = known;
        }
        return known;
    }

    /** What it does to fields of this object. */
    FieldEffects fields() {
        FieldEffects known = fields;
        if (known == null) {
            known = judge.fields();
            fields = known;
        }
        return known;
    }

    /** How it may throw. */
    Risk risk() {
        Risk known = risk;
        if (known == null) {
            known = judge.risk();
            risk = known;
        }
        return known;
    }

    /** Fields of this object that it closes. */
    Set<String> closedFields() {
        return fields().closed();
    }
}
