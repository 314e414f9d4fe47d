package io.jenkins.plugins.connleak.archive;

import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.jenkins.plugins.connleak.core.baseline.ReleaseTally;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ReleaseTotals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads an archive from MongoDB as a stream: no more is in memory than the answer and one batch. */
public final class MongoArchiveReader implements ArchiveReader {
    /** The longest that one question takes, over all the messages it needs. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    /** Documents fetched with one message. */
    private static final int BATCH = 1_000;

    private static final Bson BUILD_FIELDS = Projections.include(
            "schemaVersion",
            "source",
            "job",
            "scanId",
            "buildId",
            "release",
            "buildNumber",
            "url",
            "finishedAt",
            "totals.all",
            "totals.byRule",
            "totals.byCertainty");
    /** A path is most of a leak's document. */
    private static final Bson LEAK_FIELDS = Projections.exclude("path");

    private static final Comparator<ArchivedBuild> OLDEST_FIRST =
            Comparator.comparing(ArchivedBuild::finishedAt).thenComparing(ArchivedBuild::key);

    private final MongoClient client;
    private final MongoDatabase database;
    private final ArchiveFailures failures;

    private MongoArchiveReader(MongoClient client, MongoSettings settings) {
        this.client = client;
        this.database = client.getDatabase(settings.databaseName());
        this.failures = new ArchiveFailures(settings);
    }

    /**
     * Opens an archive. The server is not asked for anything yet; {@code mongodb+srv} looks names up.
     *
     * @throws ArchiveException if the settings can't be used
     */
    public static MongoArchiveReader open(MongoSettings settings) throws ArchiveException {
        settings.check();
        try {
            return new MongoArchiveReader(MongoClients.create(MongoArchive.clientSettings(settings)), settings);
        } catch (IllegalArgumentException | IllegalStateException | MongoConfigurationException e) {
            // The driver's text repeats parts of the URI.
            throw new ArchiveException("The archive's URI can't be used: check hosts, ports and options of "
                    + "mongodb://host[:port][,host...][/database][?options]");
        }
    }

    @Override
    public Reading<ArchivedBuild> builds(BuildFilter filter, int limit) throws ArchiveException {
        if (limit < 1) {
            throw new IllegalArgumentException(limit + " builds are none");
        }
        List<ArchivedBuild> builds = new ArrayList<>();
        Reading.Skipped skipped = eachBuild(filter, build -> {
            builds.add(build);
            return builds.size() < limit;
        });
        builds.sort(OLDEST_FIRST);
        return new Reading<>(builds, skipped);
    }

    @Override
    public Reading<ReleaseTotals> releases(BuildFilter filter) throws ArchiveException {
        ReleaseTally tally = new ReleaseTally();
        Reading.Skipped skipped = eachBuild(filter, build -> {
            ArchivedBuild.Label label = build.label();
            tally.add(
                    build.series(),
                    label.release(),
                    new ReleaseTotals.Point(
                            label.buildNumber(),
                            build.finishedAt(),
                            build.totals().all()));
            return true;
        });
        return new Reading<>(tally.releases(), skipped.plus(new Reading.Skipped(0, 0, tally.leftOut())));
    }

    @Override
    public Reading<Finding> leaks(ArchivedBuild build) throws ArchiveException {
        List<Finding> leaks = new ArrayList<>();
        DocumentReader reader = new DocumentReader();
        boolean all = each(
                database.getCollection(MongoArchive.FINDINGS)
                        .find(leaksOf(build.key()))
                        .projection(LEAK_FIELDS)
                        .sort(Sorts.ascending("ordinal")),
                MAX_LEAKS,
                document -> {
                    reader.leak(document).ifPresent(leaks::add);
                    return true;
                });
        return new Reading<>(leaks, reader.skipped(all ? 0 : 1));
    }

    @Override
    public void close() {
        client.close();
    }

    /** Newest first, until {@code more} has enough. */
    private Reading.Skipped eachBuild(BuildFilter filter, Predicate<ArchivedBuild> more) throws ArchiveException {
        DocumentReader reader = new DocumentReader();
        boolean all = each(
                database.getCollection(MongoArchive.BUILDS)
                        .find(where(filter))
                        .projection(BUILD_FIELDS)
                        // The key is left to the caller: no index has it, and the server would sort in memory.
                        .sort(Sorts.descending("finishedAt")),
                MAX_BUILDS,
                document -> reader.build(document).map(more::test).orElse(true));
        return reader.skipped(all ? 0 : 1);
    }

    /** Whether there was no document beyond the bound. */
    private boolean each(FindIterable<Document> found, int bound, Predicate<Document> more) throws ArchiveException {
        long end = System.nanoTime() + LONGEST.toNanos();
        try (MongoCursor<Document> cursor =
                found.batchSize(BATCH).allowDiskUse(true).iterator()) {
            int seen = 0;
            while (cursor.hasNext()) {
                if (seen++ == bound) {
                    return false;
                }
                if (!more.test(cursor.next())) {
                    return true;
                }
                if (System.nanoTime() > end) {
                    throw new ArchiveException("Reading the archive took longer than " + LONGEST.toSeconds()
                            + " seconds and was given up; ask for less");
                }
            }
            return true;
        } catch (MongoException e) {
            throw failures.explain("be read", e, client.getClusterDescription());
        } catch (BSONException e) {
            throw new ArchiveException("The archive holds a document that is no BSON; look after the server's data", e);
        }
    }

    /** The keys of a build's leaks begin with its own; on a sharded cluster that names the shard they are on. */
    private static Bson leaksOf(String key) {
        return Filters.and(Filters.eq("build", key), Filters.gte("_id", key + "-"), Filters.lt("_id", key + "."));
    }

    private static Bson where(BuildFilter filter) {
        List<Bson> wanted = new ArrayList<>();
        equal("source", filter.source(), wanted::add);
        equal("job", filter.job(), wanted::add);
        equal("scanId", filter.scanId(), wanted::add);
        equal("release", filter.release(), wanted::add);
        equal("buildNumber", filter.buildNumber(), wanted::add);
        return wanted.isEmpty() ? Filters.empty() : Filters.and(wanted);
    }

    /** A value that was cut when it was written is found by the whole one. */
    private static void equal(String field, Optional<String> value, Consumer<Bson> wanted) {
        value.ifPresent(
                text -> wanted.accept(Filters.eq(field, ArchiveDocuments.cut(text, ArchiveDocuments.MAX_TEXT))));
    }
}
