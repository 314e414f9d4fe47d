package io.jenkins.plugins.connleak.archive;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoQueryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.bson.BSONException;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain words what went wrong. Causes are left behind on purpose: the driver's texts hold the server's raw
 * answer, the user's name and the topology, and all of that would end in logs and on pages.
 */
final class ArchiveFailures {
    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;

    private final MongoSettings settings;

    ArchiveFailures(MongoSettings settings) {
        this.settings = settings;
    }

    /**
     * The failure in plain words.
     *
     * @param doing what was being done, such as {@code be written}
     * @param cluster what the driver knows of the servers
     */
    ArchiveException explain(String doing, RuntimeException failure, ClusterDescription cluster) {
        return new ArchiveException(
                "The archive at " + settings.hosts() + ", database " + settings.databaseName() + ", could not " + doing
                        + ": " + reason(failure, cluster),
                FailureKinds.of(failure));
    }

    private String reason(RuntimeException failure, ClusterDescription cluster) {
        if (failure instanceof MongoException known) {
            return reason(known, cluster);
        }
        if (failure instanceof BSONException) {
            return "a document can't be sent (" + failure.getClass().getSimpleName() + ")";
        }
        return "the connection was closed meanwhile";
    }

    private String reason(MongoException failure, ClusterDescription cluster) {
        if (failure instanceof MongoSecurityException) {
            return refusedLogin();
        }
        if (failure instanceof MongoInterruptedException) {
            return "it was interrupted";
        }
        if (failure instanceof MongoSocketReadTimeoutException) {
            return "the server did not answer within " + millis() + " ms";
        }
        if (failure instanceof MongoTimeoutException) {
            return "no server could be used within "
                    + settings.timeouts().serverSelection().toMillis() + " ms" + why(cluster);
        }
        if (failure instanceof MongoSocketException) {
            return "the connection failed" + because(failure);
        }
        if (failure instanceof MongoConfigurationException) {
            return "its URI can't be used; look at the options in it";
        }
        if (failure instanceof MongoClientException) {
            return "the driver gave up (" + failure.getClass().getSimpleName() + ")";
        }
        return refused(failure);
    }

    private static String refused(MongoException failure) {
        if (failure.getCode() == UNAUTHORIZED) {
            return "the user may not do that; it needs the role readWrite on the database";
        }
        if (failure.getCode() == AUTHENTICATION_FAILED) {
            return refusedLogin();
        }
        if (failure instanceof MongoWriteConcernException) {
            return "a majority of the servers did not confirm the write";
        }
        if (failure instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().isEmpty()
                    ? "a majority of the servers did not confirm the write"
                    : "the server refused " + bulk.getWriteErrors().size() + " documents (error "
                            + bulk.getWriteErrors().get(0).getCode() + ")";
        }
        if (failure instanceof MongoCommandException
                || failure instanceof MongoWriteException
                || failure instanceof MongoQueryException) {
            return "the server refused it (error " + failure.getCode() + ")";
        }
        return "the driver gave up (" + failure.getClass().getSimpleName() + ")";
    }

    private static String refusedLogin() {
        return "the server refused the login; check user, password and authSource";
    }

    private long millis() {
        return settings.timeouts().socket().toMillis();
    }

    private static String why(ClusterDescription cluster) {
        return cluster.getServerDescriptions().stream()
                .map(ServerDescription::getException)
                .filter(Objects::nonNull)
                .map(ArchiveFailures::because)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(": it does not answer");
    }

    /** The innermost cause that says something to people. */
    private static String because(@Nullable Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof MongoSecurityException) {
                return ": " + refusedLogin();
            }
            if (each instanceof ConnectException
                    && String.valueOf(each.getMessage())
                            .toLowerCase(Locale.ROOT)
                            .contains("refused")) {
                return ": connection refused";
            }
            if (each instanceof UnknownHostException) {
                return ": the name of the host is unknown";
            }
            if (each instanceof SSLException) {
                return ": " + tls(each);
            }
            if (each instanceof SocketTimeoutException) {
                return ": it does not answer";
            }
        }
        return "";
    }

    /** What is wrong with the server's certificate, if it is that. */
    private static String tls(Throwable failure) {
        Set<Class<?>> kinds = new HashSet<>();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            kinds.add(each.getClass());
        }
        if (kinds.contains(CertificateExpiredException.class)
                || kinds.contains(CertificateNotYetValidException.class)) {
            return "the server's certificate is not valid today";
        }
        if (kinds.contains(CertPathBuilderException.class) || kinds.contains(CertPathValidatorException.class)) {
            return "the server's certificate is not trusted; add its issuer to the certificates that this Java trusts";
        }
        if (kinds.contains(CertificateException.class)) {
            return "the server's certificate is for another host";
        }
        return "no TLS connection could be made; check the tls option and the certificates";
    }
}
