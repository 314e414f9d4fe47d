package hudson.model;

import org.jspecify.annotations.Nullable;

@org.kohsuke.stapler.export.ExportedBean
public abstract class Actionable extends AbstractModelObject implements ModelObject {
    public <T extends Action> java.util.List<T> getActions(Class<T> type) {
        throw new AssertionError("declaration");
    }

    public void addAction(Action a) {
        throw new AssertionError("declaration");
    }

    public boolean addOrReplaceAction(Action a) {
        throw new AssertionError("declaration");
    }

    public <T extends Action> @Nullable T getAction(Class<T> type) {
        throw new AssertionError("declaration");
    }
}
