package hudson.model;

import org.jspecify.annotations.Nullable;

public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements hudson.ExtensionPoint {
    public java.io.File getBuildDir() {
        throw new AssertionError("declaration");
    }

    public @Nullable RunT getBuildByNumber(int n) {
        throw new AssertionError("declaration");
    }

    public @Nullable RunT getLastBuild() {
        throw new AssertionError("declaration");
    }
}
