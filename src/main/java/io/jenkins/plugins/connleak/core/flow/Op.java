package io.jenkins.plugins.connleak.core.flow;

import java.util.List;

/** What a node does. Registers are indices into {@link FlowGraph#registers()}; -1 means none. */
public sealed interface Op {
    /** Nothing: a meeting point. {@code note} says which, for people. */
    record Nop(Point point, String note) implements Op {}

    /** Sorts of meeting points. */
    enum Point {
        ENTRY,
        JOIN,
        BRANCH,
        CATCH,
        FINALLY,
        NORMAL_EXIT,
        EXCEPTIONAL_EXIT
    }

    /** {@code target = source}. */
    record Copy(int target, int source) implements Op {}

    /** A variable begins; what it held in an earlier turn of a loop is gone. */
    record Declare(int target) implements Op {}

    /** {@code target = constant}. */
    record Constant(int target, Value value) implements Op {}

    /** Constants that are told apart. */
    enum Value {
        NULL,
        TRUE,
        FALSE,
        /** The object itself. */
        THIS,
        OTHER,
        /** A text that opens nothing as an address: it shuts a database down, or is that of a stored procedure's caller. */
        SHUTDOWN
    }

    /** {@code target = receiver.callee(arguments)}. */
    record Invoke(int target, Callee callee, int receiver, List<Integer> arguments) implements Op {
        public Invoke {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code target = base.name} for a base other than {@code this}; base -1 for a static field of the type {@code scope}. */
    record Load(int target, int base, String scope, String name) implements Op {}

    /** {@code base.name = source} for a base other than {@code this}; base -1 for a static field. */
    record Store(int base, String name, int source) implements Op {}

    /** {@code target = {elements}}. */
    record NewArray(int target, List<Integer> elements) implements Op {
        public NewArray {
            elements = List.copyOf(elements);
        }
    }

    /** {@code array[i] = source}. */
    record ArrayStore(int array, int source) implements Op {}

    /** {@code target = one element of container}: array access, or the variable of a for-each loop. */
    record Element(int target, int container) implements Op {}

    /**
     * {@code target = a lambda, a method reference or an instance of an anonymous class}.
     *
     * @param target where it is held
     * @param captured the registers of this body that its bodies use
     * @param bodies its bodies; empty for a method reference
     * @param method the method referred to by a method reference; empty otherwise
     */
    record Closure(int target, List<Integer> captured, List<FlowGraph> bodies, String method) implements Op {
        public Closure {
            captured = List.copyOf(captured);
            bodies = List.copyOf(bodies);
        }
    }

    /** {@code target = the caught exception}. */
    record Caught(int target, List<String> types) implements Op {
        public Caught {
            types = List.copyOf(types);
        }
    }

    /** {@code return source}, before any finally block. */
    record Return(int source) implements Op {
        /** The source of what returns the object itself. */
        public static final int THIS = -2;
    }

    /** {@code throw source}; {@code type} as written in {@code throw new Type(...)}, else the static type, else empty. */
    record Throw(int source, String type) implements Op {}

    /** The end of a finally block that was entered by an exception. */
    record Rethrow() implements Op {}
}
