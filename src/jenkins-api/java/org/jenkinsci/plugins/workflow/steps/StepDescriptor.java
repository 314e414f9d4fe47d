package org.jenkinsci.plugins.workflow.steps;

public abstract class StepDescriptor extends hudson.model.Descriptor<Step> {
    public abstract java.util.Set<? extends Class<?>> getRequiredContext();

    public abstract String getFunctionName();
}
