package org.jenkinsci.plugins.workflow.steps;

import org.jspecify.annotations.Nullable;

public class MissingContextVariableException extends Exception {
    public MissingContextVariableException(Class<?> type, @Nullable StepDescriptor d) {}
}
