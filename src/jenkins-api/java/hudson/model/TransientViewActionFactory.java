package hudson.model;

public abstract class TransientViewActionFactory implements hudson.ExtensionPoint {
    public abstract java.util.List<Action> createFor(View v);
}
