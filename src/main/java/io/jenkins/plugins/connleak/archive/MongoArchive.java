package io.jenkins.plugins.connleak.archive;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Results in MongoDB: one document per scan in {@value #BUILDS}, one per leak in {@value #FINDINGS}. The leaks go
 * first, so that a reader who sees a build sees all of it. Each call ends within the timeouts of its settings, per
 * message sent.
 */
public final class MongoArchive implements ResultArchive {
    static final String BUILDS = "connleak_builds";
    static final String FINDINGS = "connleak_findings";

    /** Findings sent in one batch; with the bounds on a document's texts a batch stays in memory. */
    private static final int BATCH = 500;

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoClient client;
    private final MongoDatabase database;
    private final ArchiveFailures failures;
    private volatile boolean indexed;

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
        run("be written", () -> {
            createIndexes();
            String id = ArchiveDocuments.id(result);
            storeFindings(id, result);
            builds().replaceOne(Filters.eq("_id", id), ArchiveDocuments.build(id, result), UPSERT);
            return true;
        });
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

    private void storeFindings(String id, ArchivedResult result) {
        int count = result.report().findings().size();
        List<WriteModel<Document>> batch = new ArrayList<>();
        for (int ordinal = 0; ordinal < count; ordinal++) {
            Document document = ArchiveDocuments.finding(id, ordinal, result);
            batch.add(new ReplaceOneModel<>(Filters.eq("_id", document.get("_id")), document, UPSERT));
            if (batch.size() == BATCH || ordinal == count - 1) {
                findings().bulkWrite(batch, UNORDERED);
                batch.clear();
            }
        }
        // A build that was scanned again may have fewer leaks than before.
        findings().deleteMany(Filters.and(Filters.eq("build", id), Filters.gte("ordinal", count)));
    }

    private void createIndexes() {
        if (indexed) {
            return;
        }
        builds().createIndexes(List.of(
                new IndexModel(Indexes.ascending("release", "buildNumber")),
                new IndexModel(Indexes.ascending("job", "buildId")),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending("job"), Indexes.descending("finishedAt"))),
                new IndexModel(Indexes.descending("finishedAt"))));
        findings()
                .createIndexes(List.of(
                        new IndexModel(Indexes.ascending("build", "ordinal")),
                        new IndexModel(Indexes.ascending("fingerprint"))));
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
        } catch (MongoException e) {
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
