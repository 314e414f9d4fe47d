package hudson.model;

public final class Result implements java.io.Serializable {
    public static final Result SUCCESS = Declared.value();
    public static final Result UNSTABLE = Declared.value();
    public static final Result FAILURE = Declared.value();
    public static final Result NOT_BUILT = Declared.value();
    public static final Result ABORTED = Declared.value();

    public boolean isWorseThan(Result that) {
        throw new AssertionError("declaration");
    }

    public boolean isBetterOrEqualTo(Result that) {
        throw new AssertionError("declaration");
    }
}
