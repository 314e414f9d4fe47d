package io.jenkins.plugins.connleak.archive;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Results in MongoDB: one document per scan in {@value #BUILDS}, one per leak in {@value #FINDINGS}. The leaks go
 * first, so that a reader who sees a build sees all of it. Each call ends within the timeouts of its settings, per
 * message sent.
 */
public final class MongoArchive implements ResultArchive, ArchiveTarget {
    static final String BUILDS = "connleak_builds";
    static final String FINDINGS = "connleak_findings";

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private static final DocumentCodec CODEC = new DocumentCodec();

    private final MongoClient client;
    private final MongoDatabase database;
    private final ArchiveFailures failures;
    private volatile boolean indexed;
    private volatile @Nullable String indexTrouble;

    private MongoArchive(MongoClient client, MongoSettings settings) {
        this.client = client;
        this.database = client.getDatabase(settings.databaseName());
        this.failures = new ArchiveFailures(settings);
    }

    /**
     * Opens an archive. The server is not asked for anything yet; {@code mongodb+srv} looks names up.
     *
     * @throws ArchiveException if the settings can't be used
     */
    public static MongoArchive open(MongoSettings settings) throws ArchiveException {
        settings.check();
        try {
            return new MongoArchive(MongoClients.create(clientSettings(settings)), settings);
        } catch (IllegalArgumentException | IllegalStateException | MongoConfigurationException e) {
            // The driver's text repeats parts of the URI.
            throw new ArchiveException("The archive's URI can't be used: check hosts, ports and options of "
                    + "mongodb://host[:port][,host...][/database][?options]");
        }
    }

    /**
     * Asks the server whether it is there and lets us in.
     *
     * @throws ArchiveException if not; the message holds neither credentials nor the server's answer
     */
    public void ping() throws ArchiveException {
        // The ping command needs no login; counting does.
        run("be asked", () -> {
            database.runCommand(new Document("ping", 1));
            return builds().find()
                    .projection(Projections.include("_id"))
                    .limit(1)
                    .first();
        });
    }

    @Override
    public void store(ArchivedResult result) throws ArchiveException {
        store(new ResultDocuments(result, DocumentOptions.DEFAULT));
    }

    /** Writes a result and, if the options say so, the old service's form of it. */
    public void store(ArchivedResult result, DocumentOptions options) throws ArchiveException {
        store(new ResultDocuments(result, options));
    }

    void store(ResultDocuments documents) throws ArchiveException {
        run("be written", () -> {
            createIndexes();
            BuildWriter writer = new BuildWriter(database, documents.id(), BuildWriter.History.UNKNOWN);
            return documents.each((part, document) -> writer.send(part, new RawBsonDocument(document, CODEC)));
        });
    }

    @Override
    public void send(Spool spool, SpoolEntry entry, boolean again) throws ArchiveException {
        try (SpoolInput in = spool.read(entry)) {
            SpoolHeader header = in.header();
            switch (header.kind()) {
                case RESULT -> sendResult(in, header.key(), again);
                case REMOVAL -> sendRemoval(in);
            }
        } catch (DamagedEntryException e) {
            throw new ArchiveException(
                    "Its file in the spool can't be used: " + e.getMessage(), ArchiveException.Kind.REFUSED);
        } catch (ClosedByInterruptException e) {
            throw new ArchiveException("Sending was interrupted", e);
        } catch (IOException e) {
            throw new ArchiveException("Its file in the spool can't be read: " + e, ArchiveException.Kind.UNKNOWN);
        }
    }

    private void sendResult(SpoolInput in, String id, boolean again) throws ArchiveException, IOException {
        try {
            createIndexes();
            BuildWriter writer =
                    new BuildWriter(database, id, again ? BuildWriter.History.AGAIN : BuildWriter.History.FIRST);
            in.each((letter, document) -> writer.send(SpoolOutput.part(letter), document));
        } catch (MongoException | BSONException | IllegalStateException e) {
            ArchiveException failure = failures.explain("be written", e, client.getClusterDescription());
            if (failure.kind() == ArchiveException.Kind.REFUSED) {
                forgetLeaksWithoutBuild(id);
            }
            throw failure;
        }
    }

    /** A result that is laid aside leaves no leaks of a build that nobody sees. */
    private void forgetLeaksWithoutBuild(String id) throws ArchiveException {
        run("be written", () -> {
            if (builds().find(Filters.eq("_id", id)).first() == null) {
                findings().deleteMany(Filters.eq("build", id));
            }
            return true;
        });
    }

    private void sendRemoval(SpoolInput in) throws ArchiveException, IOException {
        try {
            in.each((letter, document) -> new BuildRemover(database, SpoolHeader.removal(document)).remove());
        } catch (MongoException | IllegalStateException e) {
            throw failures.explain("be written", e, client.getClusterDescription());
        }
    }

    /** Writes a result in the old service's form; one of the same release and build number is replaced. */
    public void store(LegacyResult result) throws ArchiveException {
        run("be written", () -> {
            MongoCollection<Document> legacy = database.getCollection(LegacyResult.COLLECTION);
            legacy.createIndex(LegacyResult.index());
            return legacy.replaceOne(
                    LegacyResult.key(result.release(), result.buildNumber()), result.document(), UPSERT);
        });
    }

    /** The result that the old service's collection has for a release and a build number; empty if it has none. */
    public Optional<LegacyResult> legacy(String release, String buildNumber) throws ArchiveException {
        return run("be read", () -> Optional.ofNullable(database.getCollection(LegacyResult.COLLECTION)
                        .find(LegacyResult.key(release, buildNumber))
                        .first())
                .flatMap(LegacyResult::of));
    }

    @Override
    public List<HistoryEntry> history(HistoryQuery query) throws ArchiveException {
        List<HistoryEntry> newestFirst = run("be read", () -> builds().find(filter(query))
                .projection(Projections.include("job", "release", "buildNumber", "finishedAt", "totals"))
                .sort(Sorts.descending("finishedAt", "_id"))
                .limit(query.limit())
                .map(ArchiveDocuments::historyEntry)
                .into(new ArrayList<>()));
        Collections.reverse(newestFirst);
        return List.copyOf(newestFirst);
    }

    @Override
    public void close() {
        client.close();
    }

    /** What is wrong with the indexes; empty if nothing is known to be. Results are archived all the same. */
    public Optional<String> indexTrouble() {
        return Optional.ofNullable(indexTrouble);
    }

    private void createIndexes() {
        if (indexed) {
            return;
        }
        try {
            ArchiveIndexes.create(database);
            indexTrouble = null;
        } catch (MongoCommandException e) {
            if (!ArchiveIndexes.isBearable(e)) {
                throw e;
            }
            indexTrouble = "The archive's indexes can't be made (error " + e.getCode()
                    + "): its readers will be slow, and nothing is removed after its time. Give the user the role"
                    + " readWrite, or drop the indexes that are in the way.";
        }
        indexed = true;
    }

    private static Bson filter(HistoryQuery query) {
        List<Bson> wanted = new ArrayList<>();
        query.job()
                .ifPresent(job -> wanted.add(Filters.eq("job", ArchiveDocuments.cut(job, ArchiveDocuments.MAX_TEXT))));
        query.release()
                .ifPresent(release ->
                        wanted.add(Filters.eq("release", ArchiveDocuments.cut(release, ArchiveDocuments.MAX_TEXT))));
        return wanted.isEmpty() ? Filters.empty() : Filters.and(wanted);
    }

    private MongoCollection<Document> builds() {
        return database.getCollection(BUILDS);
    }

    private MongoCollection<Document> findings() {
        return database.getCollection(FINDINGS);
    }

    private <T> T run(String doing, Supplier<T> work) throws ArchiveException {
        try {
            return work.get();
        } catch (MongoException | BSONException | IllegalStateException e) {
            throw failures.explain(doing, e, client.getClusterDescription());
        }
    }

    static MongoClientSettings clientSettings(MongoSettings settings) {
        MongoSettings.Timeouts timeouts = settings.timeouts();
        MongoClientSettings.Builder builder = MongoClientSettings.builder()
                .applicationName("connleak")
                .applyConnectionString(new ConnectionString(settings.uri()))
                // The server gives up before the socket does, so that its reason arrives.
                .writeConcern(WriteConcern.MAJORITY.withWTimeout(
                        Math.max(1, timeouts.socket().toMillis() * 3 / 4), TimeUnit.MILLISECONDS))
                .retryWrites(true)
                .retryReads(true)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(
                        timeouts.serverSelection().toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxWaitTime(timeouts.serverSelection().toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(
                                Math.toIntExact(timeouts.connect().toMillis()), TimeUnit.MILLISECONDS)
                        .readTimeout(Math.toIntExact(timeouts.socket().toMillis()), TimeUnit.MILLISECONDS));
        MongoSettings.Login login = settings.login();
        if (login != null) {
            builder.credential(MongoCredential.createCredential(
                    login.user(), settings.authSource(), login.password().toCharArray()));
        }
        return builder.build();
    }
}
