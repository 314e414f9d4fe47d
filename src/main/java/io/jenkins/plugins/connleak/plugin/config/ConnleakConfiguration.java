package io.jenkins.plugins.connleak.plugin.config;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.PersistentDescriptor;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.DeletionPolicy;
import io.jenkins.plugins.connleak.archive.DocumentOptions;
import io.jenkins.plugins.connleak.archive.MongoArchive;
import io.jenkins.plugins.connleak.archive.MongoSettings;
import io.jenkins.plugins.connleak.archive.SpoolLimits;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.Messages;
import java.time.Duration;
import jenkins.model.GlobalConfiguration;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The system-wide settings: where results are archived. The address holds no credentials; those are named by id. */
@Extension
@Symbol("connleak")
public final class ConnleakConfiguration extends GlobalConfiguration implements PersistentDescriptor {
    /** Seconds that are waited for a server, and for a connection to it, unless configured. */
    static final int DEFAULT_CONNECT_SECONDS = 5;

    /** Seconds that are waited for an answer unless configured. */
    static final int DEFAULT_READ_SECONDS = 20;

    /** The longest of both. */
    static final int MAX_SECONDS = 60;

    /** MiB that results on their way to the archive may take of the disk unless configured. */
    static final int DEFAULT_SPOOL_MEGABYTES = 1_024;

    /** The most of them. */
    static final int MAX_SPOOL_MEGABYTES = 1_048_576;

    /** Seconds that a build waits for the archive if it is required, unless configured. */
    static final int DEFAULT_REQUIRED_SECONDS = 60;

    /** The most of them. */
    static final int MAX_REQUIRED_SECONDS = 600;

    private static final Duration TEST_PATIENCE = Duration.ofSeconds(20);
    private static final int TEST_SECONDS = 5;
    private static final JenkinsFacade JENKINS = new JenkinsFacade();

    private volatile boolean enabled;
    private @Nullable String uri;
    private @Nullable String database;
    private @Nullable String credentialsId;
    private volatile int connectSeconds = DEFAULT_CONNECT_SECONDS;
    private volatile int readSeconds = DEFAULT_READ_SECONDS;
    private volatile boolean legacyDocuments;
    private volatile int retentionDays;
    private @Nullable String deletionPolicy;
    private volatile int spoolMegabytes = DEFAULT_SPOOL_MEGABYTES;
    private volatile int requiredSeconds = DEFAULT_REQUIRED_SECONDS;

    @Override
    public String getDisplayName() {
        return Messages.ConnleakConfiguration_DisplayName();
    }

    /** Whether results are archived. */
    public boolean isEnabled() {
        return enabled;
    }

    @DataBoundSetter
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
        save();
    }

    /** Address of the archive without user and password, such as {@code mongodb://db.example.org:27017}. */
    public String getUri() {
        return text(uri);
    }

    @DataBoundSetter
    public void setUri(@Nullable String uri) {
        this.uri = text(uri);
        save();
    }

    /** Name of the database; empty for the address's, else {@code connleak}. */
    public String getDatabase() {
        return text(database);
    }

    @DataBoundSetter
    public void setDatabase(@Nullable String database) {
        this.database = text(database);
        save();
    }

    /** Id of credentials with user name and password; empty for none. */
    public String getCredentialsId() {
        return text(credentialsId);
    }

    @DataBoundSetter
    public void setCredentialsId(@Nullable String credentialsId) {
        this.credentialsId = text(credentialsId);
        save();
    }

    /** Seconds that are waited for a server, and for a connection to it; from 1 to {@value #MAX_SECONDS}. */
    public int getConnectSeconds() {
        return connectSeconds;
    }

    @DataBoundSetter
    public void setConnectSeconds(int connectSeconds) {
        this.connectSeconds = bounded(connectSeconds);
        save();
    }

    /** Seconds that are waited for an answer; from 1 to {@value #MAX_SECONDS}. */
    public int getReadSeconds() {
        return readSeconds;
    }

    @DataBoundSetter
    public void setReadSeconds(int readSeconds) {
        this.readSeconds = bounded(readSeconds);
        save();
    }

    /** Whether the old service's form of each result is written too. */
    public boolean isLegacyDocuments() {
        return legacyDocuments;
    }

    @DataBoundSetter
    public void setLegacyDocuments(boolean legacyDocuments) {
        this.legacyDocuments = legacyDocuments;
        save();
    }

    /** Days after which the server removes a result; 0 keeps it. */
    public int getRetentionDays() {
        return retentionDays;
    }

    @DataBoundSetter
    public void setRetentionDays(int retentionDays) {
        this.retentionDays = between(0, retentionDays, DocumentOptions.MAX_RETENTION_DAYS);
        save();
    }

    /** What becomes of archived results when their build is deleted: {@code off}, {@code mark} or {@code delete}. */
    public String getDeletionPolicy() {
        return text(deletionPolicy).isEmpty() ? DeletionPolicy.OFF.id() : text(deletionPolicy);
    }

    @DataBoundSetter
    public void setDeletionPolicy(@Nullable String deletionPolicy) {
        String wanted = text(deletionPolicy);
        this.deletionPolicy = wanted.isEmpty()
                ? DeletionPolicy.OFF.id()
                : DeletionPolicy.ofId(wanted).id();
        save();
    }

    /** MiB that results on their way to the archive may take of the disk. */
    public int getSpoolMegabytes() {
        return spoolMegabytes;
    }

    @DataBoundSetter
    public void setSpoolMegabytes(int spoolMegabytes) {
        this.spoolMegabytes = between(1, spoolMegabytes, MAX_SPOOL_MEGABYTES);
        save();
    }

    /** Seconds that a build waits for the archive if it is required. */
    public int getRequiredSeconds() {
        return requiredSeconds;
    }

    @DataBoundSetter
    public void setRequiredSeconds(int requiredSeconds) {
        this.requiredSeconds = between(1, requiredSeconds, MAX_REQUIRED_SECONDS);
        save();
    }

    /** Keeps the settings, and lets the writer know of them. */
    @Override
    public synchronized void save() {
        super.save();
        ExtensionList.lookup(ArchiveService.class).forEach(ArchiveService::configurationChanged);
    }

    DocumentOptions documentOptions() {
        return new DocumentOptions(legacyDocuments, retentionDays);
    }

    SpoolLimits spoolLimits() {
        return new SpoolLimits((long) spoolMegabytes << 20, SpoolLimits.DEFAULT.reserveBytes());
    }

    DeletionPolicy policy() {
        return DeletionPolicy.ofId(getDeletionPolicy());
    }

    boolean isArchiving() {
        return enabled && !getUri().isEmpty();
    }

    ArchiveSettings settings() {
        return new ArchiveSettings(getUri(), getDatabase(), getCredentialsId(), timeouts(connectSeconds, readSeconds));
    }

    private static MongoSettings.Timeouts timeouts(int connectSeconds, int readSeconds) {
        Duration connect = Duration.ofSeconds(bounded(connectSeconds));
        return new MongoSettings.Timeouts(connect, connect, Duration.ofSeconds(bounded(readSeconds)));
    }

    private static int bounded(int seconds) {
        return between(1, seconds, MAX_SECONDS);
    }

    private static int between(int least, int value, int most) {
        return Math.max(least, Math.min(value, most));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.trim();
    }

    @POST
    public FormValidation doCheckUri(@QueryParameter String value, @QueryParameter String database) {
        JENKINS.checkAdminister();
        if (value.isBlank()) {
            return FormValidation.ok();
        }
        return check(value, database);
    }

    @POST
    public FormValidation doCheckConnectSeconds(@QueryParameter String value) {
        JENKINS.checkAdminister();
        return checkSeconds(value);
    }

    @POST
    public FormValidation doCheckReadSeconds(@QueryParameter String value) {
        JENKINS.checkAdminister();
        return checkSeconds(value);
    }

    @POST
    public ListBoxModel doFillCredentialsIdItems(@QueryParameter String uri, @QueryParameter String credentialsId) {
        JENKINS.checkAdminister();
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeAs(
                        ACL.SYSTEM2,
                        JENKINS.itemGroup(),
                        StandardUsernamePasswordCredentials.class,
                        URIRequirementBuilder.fromUri(uri).build())
                .includeCurrentValue(credentialsId);
    }

    @POST
    public ListBoxModel doFillDeletionPolicyItems() {
        JENKINS.checkAdminister();
        ListBoxModel policies = new ListBoxModel();
        policies.add(Messages.ConnleakConfiguration_policyOff(), DeletionPolicy.OFF.id());
        policies.add(Messages.ConnleakConfiguration_policyMark(), DeletionPolicy.MARK.id());
        policies.add(Messages.ConnleakConfiguration_policyDelete(), DeletionPolicy.DELETE.id());
        return policies;
    }

    /** Asks the archive whether it lets us in. The server's own answer is not shown. */
    @POST
    public FormValidation doTestConnection(
            @QueryParameter String uri, @QueryParameter String database, @QueryParameter String credentialsId)
            throws InterruptedException {
        JENKINS.checkAdminister();
        ArchiveSettings settings = new ArchiveSettings(
                text(uri), text(database), text(credentialsId), timeouts(TEST_SECONDS, TEST_SECONDS));
        try {
            MongoSettings login = settings.forTest();
            Patience.within(TEST_PATIENCE, () -> {
                try (MongoArchive archive = MongoArchive.open(login)) {
                    archive.ping();
                }
            });
            return FormValidation.ok(Messages.ConnleakConfiguration_answers());
        } catch (ArchiveException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    private static FormValidation check(String uri, String database) {
        try {
            new ArchiveSettings(text(uri), text(database), "", MongoSettings.Timeouts.DEFAULT)
                    .withoutLogin()
                    .check();
            return FormValidation.ok();
        } catch (ArchiveException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    private static FormValidation checkSeconds(String value) {
        return value.trim().matches("[0-9]{1,2}")
                        && bounded(Integer.parseInt(value.trim())) == Integer.parseInt(value.trim())
                ? FormValidation.ok()
                : FormValidation.error(Messages.ConnleakConfiguration_badSeconds(MAX_SECONDS));
    }
}
