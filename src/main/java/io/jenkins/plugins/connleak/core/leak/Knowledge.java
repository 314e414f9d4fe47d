package io.jenkins.plugins.connleak.core.leak;

/** How much is known on a path of what is not the resource itself. */
enum Knowledge {
    /** All that helps to tell which paths can be. */
    FULL,
    /**
     * No outcomes of conditions, and no values but those that the resource may have been opened from: more paths than
     * there are, in fewer states. What stays open on none of them stays open on none that there is.
     */
    ROUGH,
    /** As much as there is, and that a parameter is the only one that brings in something that can be closed. */
    ALONE
}
