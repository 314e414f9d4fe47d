package io.jenkins.plugins.connleak.core.flow;

/**
 * What holds when an edge is taken.
 *
 * @param test what is known
 * @param register of which register; -1 with {@link Test#ALWAYS}
 */
public record Condition(Test test, int register) {
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
        NO_NEXT
    }

    /** Nothing is known. */
    public static final Condition ALWAYS = new Condition(Test.ALWAYS, -1);
}
