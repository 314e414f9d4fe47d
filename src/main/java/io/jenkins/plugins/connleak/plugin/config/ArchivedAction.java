package io.jenkins.plugins.connleak.plugin.config;

import hudson.model.InvisibleAction;
import org.jspecify.annotations.Nullable;

/**
 * Remembers with the build under which key a scan of it was archived, since job and instance may have other names when
 * the build is deleted. A plain class because XStream can't read records.
 */
public final class ArchivedAction extends InvisibleAction {
    private final @Nullable String key;

    ArchivedAction(String key) {
        this.key = key;
    }

    /** Key of the archived document; empty if it was lost. */
    String key() {
        return key == null ? "" : key;
    }
}
