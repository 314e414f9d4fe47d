package io.jenkins.plugins.connleak.plugin;

import hudson.model.Item;
import hudson.security.AccessControlled;
import jenkins.model.Jenkins;

/** The one place that reaches for the running Jenkins, so that all else can be tried without it. */
public final class JenkinsFacade {
    /** Ends the request unless its user administers Jenkins. */
    public void checkAdminister() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
    }

    /** Whether the user of this request administers Jenkins. */
    public boolean mayAdminister() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }

    /** The running Jenkins, as the context in which credentials are looked up. */
    public Jenkins itemGroup() {
        return Jenkins.get();
    }

    /** Its id among other instances: stable, and the same after a restart. */
    public String instanceId() {
        return Jenkins.get().getLegacyInstanceId();
    }

    /** Address of a page of this Jenkins; empty if its own address is not configured. */
    public String absoluteUrl(String relative) {
        String root = Jenkins.get().getRootUrl();
        return root == null ? "" : root + relative;
    }

    /** Whether the user of this request may see the workspace of an item. */
    public boolean maySeeSources(AccessControlled item) {
        return item.hasPermission(Item.WORKSPACE);
    }
}
