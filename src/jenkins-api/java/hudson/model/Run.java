package hudson.model;

import org.jspecify.annotations.Nullable;

@org.kohsuke.stapler.export.ExportedBean
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements hudson.ExtensionPoint, Comparable<RunT>, hudson.security.AccessControlled, PersistenceRoot {
    public JobT getParent() {
        throw new AssertionError("declaration");
    }

    public final long getTimeInMillis() {
        throw new AssertionError("declaration");
    }

    public String getDisplayName() {
        throw new AssertionError("declaration");
    }

    public @Nullable Result getResult() {
        throw new AssertionError("declaration");
    }

    public void setResult(Result r) {
        throw new AssertionError("declaration");
    }

    public boolean isBuilding() {
        throw new AssertionError("declaration");
    }

    public int getNumber() {
        throw new AssertionError("declaration");
    }

    public @Nullable RunT getPreviousBuild() {
        throw new AssertionError("declaration");
    }

    public String getUrl() {
        throw new AssertionError("declaration");
    }

    public java.io.File getRootDir() {
        throw new AssertionError("declaration");
    }

    public hudson.security.ACL getACL() {
        throw new AssertionError("declaration");
    }

    public synchronized void save() throws java.io.IOException {
        throw new AssertionError("declaration");
    }
}
