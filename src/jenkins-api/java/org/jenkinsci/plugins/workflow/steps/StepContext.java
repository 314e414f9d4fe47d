package org.jenkinsci.plugins.workflow.steps;

import org.jspecify.annotations.Nullable;

public abstract class StepContext implements java.io.Serializable {
    public abstract <T> @Nullable T get(Class<T> key) throws java.io.IOException, InterruptedException;
}
