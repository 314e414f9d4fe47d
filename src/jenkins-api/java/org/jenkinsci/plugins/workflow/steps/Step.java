package org.jenkinsci.plugins.workflow.steps;

public abstract class Step extends hudson.model.AbstractDescribableImpl<Step> implements hudson.ExtensionPoint {
    public abstract StepExecution start(StepContext context) throws Exception;

    public StepDescriptor getDescriptor() {
        throw new AssertionError("declaration");
    }
}
