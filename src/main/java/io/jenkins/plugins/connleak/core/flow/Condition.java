package io.jenkins.plugins.connleak.core.flow;

/**
 * What holds when an edge is taken.
 *
 * @param test what is known
 * @param register of which register; -1 with {@link Test#ALWAYS}
 * @param other the register it is compared with; -1 if there is none
 */
public record Condition(Test test, int register, int other) {
    /** What is known of a register. */
    public enum Test {
        ALWAYS,
        NULL,
        NOT_NULL,
        TRUE,
        FALSE,
        /** The iteration over it goes on. */
        HAS_NEXT,
        /** The iteration over it is over. */
        NO_NEXT,
        /** The same object as the other register. */
        SAME,
        /** Not the same object as the other register. */
        NOT_SAME,
        /** Not of a type that every resource has, such as {@code AutoCloseable}. */
        NO_RESOURCE,
        /** An iteration over it begins. */
        BEGINS
    }

    /** Nothing is known. */
    public static final Condition ALWAYS = new Condition(Test.ALWAYS, -1);

    /** A condition on one register. */
    public Condition(Test test, int register) {
        this(test, register, -1);
    }
}
