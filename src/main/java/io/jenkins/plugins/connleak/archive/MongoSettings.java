package io.jenkins.plugins.connleak.archive;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a MongoDB archive is and how long is waited for it. The URI never holds a secret: whoever sees the settings of
 * a job or a command line sees the URI too.
 *
 * @param uri {@code mongodb://} or {@code mongodb+srv://}, without user and password
 * @param database name of the database; null takes it from the path of the URI, else {@link #DEFAULT_DATABASE}
 * @param login who logs in; null if the server asks for nobody
 * @param timeouts how long is waited; they win over those of the URI
 */
public record MongoSettings(
        String uri, @Nullable String database, @Nullable Login login, Timeouts timeouts) {
    /** The database where neither the settings nor the URI name one. */
    public static final String DEFAULT_DATABASE = "connleak";

    private static final List<String> SCHEMES = List.of("mongodb://", "mongodb+srv://");
    private static final Set<String> SECRET_OPTIONS = Set.of("proxyusername", "proxypassword");
    private static final Set<String> SECRET_PROPERTIES = Set.of("aws_session_token");
    /** What every version and platform of the server takes as the name of a database. */
    private static final Pattern DATABASE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,63}");

    private static final String FORM = "mongodb://host[:port][,host...][/database][?options]";

    /**
     * Who logs in. The password is in no text that this class makes.
     *
     * @param user name of the user
     * @param password the password, as it is (not percent-encoded)
     */
    public record Login(String user, String password) {
        public Login {
            Objects.requireNonNull(user);
            Objects.requireNonNull(password);
        }

        @Override
        public String toString() {
            return "Login[user and password hidden]";
        }
    }

    /**
     * How long is waited; each is positive and at most {@link #LONGEST}.
     *
     * @param serverSelection for a server that can take the operation
     * @param connect for a connection to be made
     * @param socket for an answer on a connection
     */
    public record Timeouts(Duration serverSelection, Duration connect, Duration socket) {
        /** The longest wait that makes sense. */
        public static final Duration LONGEST = Duration.ofHours(1);

        /** 5 seconds for a server and a connection, 20 for an answer. */
        public static final Timeouts DEFAULT =
                new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(20));

        public Timeouts {
            for (Duration each : List.of(serverSelection, connect, socket)) {
                if (each.toMillis() < 1 || each.compareTo(LONGEST) > 0) {
                    throw new IllegalArgumentException("a timeout is 1 ms to 1 hour, not " + each);
                }
            }
        }
    }

    public MongoSettings {
        Objects.requireNonNull(uri);
        Objects.requireNonNull(timeouts);
    }

    /** That URI, no login, default timeouts. */
    public static MongoSettings of(String uri) {
        return new MongoSettings(uri, null, null, Timeouts.DEFAULT);
    }

    /** These settings with that login. */
    public MongoSettings withLogin(@Nullable Login newLogin) {
        return new MongoSettings(uri, database, newLogin, timeouts);
    }

    /** These settings with those timeouts. */
    public MongoSettings withTimeouts(Timeouts newTimeouts) {
        return new MongoSettings(uri, database, login, newTimeouts);
    }

    /**
     * Checks the text alone and asks no network.
     *
     * @throws ArchiveException if the URI has another scheme, names no host, holds a secret, or the name of the
     *     database is not one; the message repeats nothing of what could be a secret
     */
    public void check() throws ArchiveException {
        String scheme = scheme().orElseThrow(() -> new ArchiveException(
                "The archive's URI has to begin with mongodb:// or mongodb+srv://; expected " + FORM));
        if (uri.contains("@") || holdsSecretOption()) {
            throw new ArchiveException("The archive's URI holds credentials. Take them out of it and give user and"
                    + " password separately: as credentials in Jenkins, as CONNLEAK_MONGODB_USER and"
                    + " CONNLEAK_MONGODB_PASSWORD on the command line");
        }
        if (hosts().isEmpty()) {
            throw new ArchiveException("The archive's URI names no host after " + scheme + "; expected " + FORM);
        }
        if (!DATABASE_NAME.matcher(databaseName()).matches()) {
            throw new ArchiveException("The name of the archive's database may hold letters, digits, _ and - only,"
                    + " at most 63 of them");
        }
    }

    /** The database that is used. */
    public String databaseName() {
        if (database != null && !database.isBlank()) {
            return database;
        }
        int slash = rest().indexOf('/');
        String path = slash < 0 ? "" : untilQuery(rest().substring(slash + 1));
        return path.isEmpty() ? DEFAULT_DATABASE : path;
    }

    /** Hosts and ports as the URI names them, for messages. */
    String hosts() {
        int slash = rest().indexOf('/');
        return untilQuery(slash < 0 ? rest() : rest().substring(0, slash));
    }

    /** The database that knows the user. */
    String authSource() {
        return options()
                .filter(option -> option.name().equals("authsource"))
                .map(Option::value)
                .findFirst()
                .orElse("admin");
    }

    @Override
    public String toString() {
        return "MongoSettings[hosts of the URI hidden, database=" + database + ", timeouts=" + timeouts + "]";
    }

    private boolean holdsSecretOption() {
        return options()
                .anyMatch(option -> SECRET_OPTIONS.contains(option.name())
                        || (option.name().equals("authmechanismproperties")
                                && SECRET_PROPERTIES.stream()
                                        .anyMatch(option.value().toLowerCase(Locale.ROOT)::contains)));
    }

    private record Option(String name, String value) {}

    private Stream<Option> options() {
        int question = uri.indexOf('?');
        if (question < 0) {
            return Stream.empty();
        }
        return Arrays.stream(uri.substring(question + 1).split("[&;]")).map(MongoSettings::option);
    }

    private static Option option(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        return new Option(name.toLowerCase(Locale.ROOT), equals < 0 ? "" : decoded(text.substring(equals + 1)));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A bad escape is the driver's to refuse; here only the names matter.
            return value;
        }
    }

    private Optional<String> scheme() {
        return SCHEMES.stream().filter(uri::startsWith).findFirst();
    }

    private String rest() {
        return scheme().map(scheme -> uri.substring(scheme.length())).orElse("");
    }

    private static String untilQuery(String text) {
        int question = text.indexOf('?');
        return question < 0 ? text : text.substring(0, question);
    }
}
