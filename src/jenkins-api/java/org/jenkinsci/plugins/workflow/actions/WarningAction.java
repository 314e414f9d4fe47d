package org.jenkinsci.plugins.workflow.actions;

import org.jspecify.annotations.Nullable;

public class WarningAction implements PersistentAction {
    public WarningAction(hudson.model.Result result) {
        throw new AssertionError("declaration");
    }

    public WarningAction withMessage(String message) {
        throw new AssertionError("declaration");
    }

    @Override
    public @Nullable String getIconFileName() {
        throw new AssertionError("declaration");
    }

    @Override
    public @Nullable String getDisplayName() {
        throw new AssertionError("declaration");
    }

    @Override
    public @Nullable String getUrlName() {
        throw new AssertionError("declaration");
    }
}
