package io.jenkins.plugins.connleak.plugin.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.model.Run;
import hudson.security.ACL;
import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.MongoSettings;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import org.jspecify.annotations.Nullable;

/**
 * The archive as an administrator configures it, before credentials are looked up.
 *
 * @param uri address without user and password
 * @param database name of the database; empty for the URI's, else the usual one
 * @param credentialsId id of the credentials; empty for none
 * @param timeouts how long is waited
 */
record ArchiveSettings(String uri, String database, String credentialsId, MongoSettings.Timeouts timeouts) {
    /** The settings with the login, whose use is noted with the build. */
    MongoSettings forRun(Run<?, ?> run) throws ArchiveException {
        StandardUsernamePasswordCredentials credentials = credentials();
        CredentialsProvider.track(run, credentials);
        return withLogin(credentials);
    }

    /** The settings with the login, to try them. */
    MongoSettings forTest() throws ArchiveException {
        return withLogin(credentials());
    }

    /** The settings without a login. */
    MongoSettings withoutLogin() {
        return new MongoSettings(uri, database.isEmpty() ? null : database, null, timeouts);
    }

    private MongoSettings withLogin(@Nullable StandardUsernamePasswordCredentials credentials) throws ArchiveException {
        MongoSettings settings = withoutLogin();
        settings.check();
        if (credentials == null) {
            return settings;
        }
        return settings.withLogin(new MongoSettings.Login(
                credentials.getUsername(), credentials.getPassword().getPlainText()));
    }

    private @Nullable StandardUsernamePasswordCredentials credentials() throws ArchiveException {
        if (credentialsId.isEmpty()) {
            return null;
        }
        StandardUsernamePasswordCredentials found = CredentialsProvider.findCredentialByIdInItemGroup(
                credentialsId,
                StandardUsernamePasswordCredentials.class,
                new JenkinsFacade().itemGroup(),
                ACL.SYSTEM2,
                URIRequirementBuilder.fromUri(uri).build());
        if (found == null) {
            throw new ArchiveException("There are no credentials '" + credentialsId
                    + "' with user name and password. Choose others in Jenkins' system configuration.");
        }
        return found;
    }
}
