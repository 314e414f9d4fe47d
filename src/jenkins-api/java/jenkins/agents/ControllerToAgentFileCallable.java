package jenkins.agents;

public interface ControllerToAgentFileCallable<T> extends hudson.FilePath.FileCallable<T> {
    default void checkRoles(org.jenkinsci.remoting.RoleChecker checker) throws SecurityException {
        throw new AssertionError("declaration");
    }
}
