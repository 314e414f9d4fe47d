package org.jenkinsci.plugins.workflow.steps;

public abstract class StepExecution implements java.io.Serializable {
    protected StepExecution(StepContext context) {}

    public StepContext getContext() {
        throw new AssertionError("declaration");
    }

    public abstract boolean start() throws Exception;
}
