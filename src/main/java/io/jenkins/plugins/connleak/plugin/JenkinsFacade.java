package io.jenkins.plugins.connleak.plugin;

import hudson.model.Describable;
import hudson.model.Item;
import hudson.model.Job;
import hudson.security.AccessControlled;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** The one place that reaches for the running Jenkins, so that all else can be tried without it. */
public final class JenkinsFacade {
    private static final Logger LOGGER = Logger.getLogger(JenkinsFacade.class.getName());

    /** Ends the request unless its user administers Jenkins. */
    public void checkAdminister() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
    }

    /** Whether the user of this request administers Jenkins. */
    public boolean mayAdminister() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }

    /** Whether the user of this request may see the configuration of {@code item}, or of Jenkins where there is none. */
    public boolean mayConfigure(@Nullable Item item) {
        return item == null ? mayAdminister() : item.hasPermission(Item.EXTENDED_READ);
    }

    /** The running Jenkins, as the context in which credentials are looked up. */
    public Jenkins itemGroup() {
        return Jenkins.get();
    }

    /** Its home folder. */
    public Path rootFolder() {
        return Jenkins.get().getRootDir().toPath();
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

    /** The job of that full name, if there is one that the thread's user may read. */
    public Optional<Job<?, ?>> job(String fullName) {
        try {
            return Optional.ofNullable(Jenkins.get().getItemByFullName(fullName, Job.class));
        } catch (AccessDeniedException e) {
            LOGGER.log(Level.FINE, e, () -> "The job " + fullName + " may not be read");
            return Optional.empty();
        }
    }

    /** The job of that name beside a job, if there is one that the thread's user may read. */
    public Optional<Job<?, ?>> sibling(Job<?, ?> job, String name) {
        try {
            return job.getParent().getItem(name) instanceof Job<?, ?> sibling ? Optional.of(sibling) : Optional.empty();
        } catch (AccessDeniedException e) {
            LOGGER.log(Level.FINE, e, () -> "The job " + name + " beside " + job + " may not be read");
            return Optional.empty();
        }
    }

    /** Whether the user of this request may see the workspace of an item. */
    public boolean maySeeSources(AccessControlled item) {
        return item.hasPermission(Item.WORKSPACE);
    }

    /** The address of the help on a field of a type, or of that on the type itself; none where there is no help. */
    public @Nullable String helpFile(Class<? extends Describable<?>> type, @Nullable String field) {
        return Jenkins.get().getDescriptorOrDie(type).getHelpFile(field);
    }
}
