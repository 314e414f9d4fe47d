package io.jenkins.plugins.connleak.core.flow;

/**
 * What all analyses of one body may cost together: a body is followed once for each of its resources, so that a bound for
 * each is none for the body. Counted in values of states, which is what time goes by, and not in time itself: the same
 * body is given up on every machine or on none. One thread's own.
 */
public final class WorkLimit {
    /** Some seconds; bodies that people wrote stay far below it. */
    static final long MOST_VALUES = 600_000_000L;

    private long left;

    /** A limit as it is for every body. */
    public WorkLimit() {
        this(MOST_VALUES);
    }

    WorkLimit(long values) {
        this.left = values;
    }

    /** Counts one more state with so many values. */
    void spend(int values) {
        left -= values;
        if (left < 0) {
            throw new FlowLimitException("more than " + MOST_VALUES + " values of variables to follow in one method");
        }
    }
}
