package hudson.model;

/** Keeps the values of declared constants out of the code that uses them: only the real class knows them. */
public final class Declared {
    private Declared() {}

    /** A value that is no compile-time constant. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals", "DataFlowIssue"})
    public static <T> T value() {
        return null;
    }
}
