package io.jenkins.plugins.connleak.plugin.config;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.listeners.RunListener;
import java.util.List;

/** Tells the archive of builds that are deleted, if the configuration says so. */
@Extension
public final class ArchiveDeletions extends RunListener<Run<?, ?>> {
    @Override
    public void onDeleted(Run<?, ?> run) {
        List<String> keys = run.getActions(ArchivedAction.class).stream()
                .map(ArchivedAction::key)
                .filter(key -> !key.isEmpty())
                .toList();
        if (!keys.isEmpty()) {
            ArchiveService.get().deleted(keys, run.getParent().getFullName());
        }
    }
}
