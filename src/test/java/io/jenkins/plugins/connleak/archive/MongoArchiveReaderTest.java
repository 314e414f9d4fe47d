package io.jenkins.plugins.connleak.archive;

import static io.jenkins.plugins.connleak.archive.ArchivedResults.FINISHED;
import static io.jenkins.plugins.connleak.archive.ArchivedResults.at;
import static io.jenkins.plugins.connleak.archive.ArchivedResults.finding;
import static io.jenkins.plugins.connleak.archive.ArchivedResults.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Explanation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.ReleaseTotals;
import io.jenkins.plugins.connleak.core.model.ScanSeries;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoArchiveReaderTest {
    private static final ScanSeries SHOP = new ScanSeries("jenkins-1", "shop", "connleak");
    private static final Reading.Skipped NOTHING = Reading.Skipped.NONE;

    private static MongoServer server;

    private MongoArchive archive;
    private MongoArchiveReader reader;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeAll
    static void startServer() {
        server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind();
    }

    @AfterAll
    static void stopServer() {
        server.shutdownNow();
    }

    @BeforeEach
    void open() throws ArchiveException {
        String name = "reader_" + UUID.randomUUID().toString().replace("-", "");
        MongoSettings settings =
                new MongoSettings(server.getConnectionString(), name, null, MongoSettings.Timeouts.DEFAULT);
        archive = MongoArchive.open(settings);
        reader = MongoArchiveReader.open(settings);
        client = MongoClients.create(server.getConnectionString());
        database = client.getDatabase(name);
    }

    @AfterEach
    void close() {
        reader.close();
        archive.close();
        database.drop();
        client.close();
    }

    @Test
    void readsTheBuildsThatAreAskedForOldestFirst() throws ArchiveException {
        store("4.5.0", "19", 0, findings(2));
        store("4.5.0", "20", 60, findings(3));
        store("4.6.0", "20", 120, List.of(finding(LeakKind.OVERWRITTEN, 30)));

        assertThat(reader.builds(BuildFilter.ALL, 9).items())
                .extracting(
                        build -> build.label().release() + " " + build.label().buildNumber())
                .containsExactly("4.5.0 19", "4.5.0 20", "4.6.0 20");
        assertThat(reader.builds(BuildFilter.ALL.withRelease("4.5.0"), 1).items())
                .extracting(build -> build.label().buildNumber())
                .containsExactly("20");
        assertThat(reader.builds(BuildFilter.ALL.withBuildNumber(Optional.of("20")), 9)
                        .items())
                .extracting(build -> build.label().release())
                .containsExactly("4.5.0", "4.6.0");
        ArchivedBuild last =
                reader.builds(BuildFilter.ALL.withRelease("4.6.0"), 1).items().get(0);
        assertThat(last)
                .isEqualTo(new ArchivedBuild(
                        last.key(),
                        SHOP,
                        new ArchivedBuild.Label("4.6.0-20", "4.6.0", "20", "https://ci.example.org/job/shop/4.6.0-20"),
                        FINISHED.plusSeconds(120),
                        new ArchivedBuild.Totals(1, Map.of("overwritten", 1), Map.of("possible", 1))));
    }

    @Test
    void narrowsBySourceJobAndScan() throws ArchiveException {
        store("4.5.0", "19", 0, findings(2));
        ArchivedResult other = at(new BuildTag("shop", "4.5.0", "19"), "4.5.0-19", FINISHED, findings(1));
        archive.store(new ArchivedResult(
                "jenkins-2", new ArchivedResult.BuildReference("7", "tests", ""), FINISHED, 1, other.report()));

        assertThat(series(Optional.of("jenkins-2"), Optional.empty(), Optional.empty()))
                .containsExactly(new ScanSeries("jenkins-2", "shop", "tests"));
        assertThat(series(Optional.empty(), Optional.empty(), Optional.of("connleak")))
                .containsExactly(SHOP);
        assertThat(series(Optional.empty(), Optional.of("bank"), Optional.empty()))
                .isEmpty();
    }

    @Test
    void addsUpReleasesOverTheirBuilds() throws ArchiveException {
        store("4.5.0", "19", 0, findings(2));
        store("4.5.0", "20", 60, findings(5));
        store("4.5.0", "21", 120, findings(1));
        store("4.6.0", "1", 180, findings(4));

        assertThat(reader.releases(BuildFilter.ALL))
                .isEqualTo(new Reading<>(
                        List.of(
                                new ReleaseTotals(
                                        SHOP,
                                        "4.5.0",
                                        3,
                                        new ReleaseTotals.Point("19", FINISHED, 2),
                                        new ReleaseTotals.Point("21", FINISHED.plusSeconds(120), 1),
                                        new ReleaseTotals.Range(1, 5)),
                                ReleaseTotals.of(
                                        SHOP, "4.6.0", new ReleaseTotals.Point("1", FINISHED.plusSeconds(180), 4))),
                        NOTHING));
    }

    @Test
    void readsLeaksBackWithoutTheirPaths() throws ArchiveException {
        List<Finding> leaks = findings(1_234);
        store("4.5.0", "19", 0, leaks);
        store("4.5.0", "20", 60, findings(1));

        ArchivedBuild build = reader.builds(BuildFilter.ALL.withBuildNumber(Optional.of("19")), 1)
                .items()
                .get(0);

        assertThat(reader.leaks(build))
                .isEqualTo(new Reading<>(
                        leaks.stream()
                                .map(leak -> new Finding(
                                        leak.rule(),
                                        leak.certainty(),
                                        leak.resource(),
                                        leak.place(),
                                        new Explanation(
                                                leak.explanation().message(),
                                                List.of(),
                                                leak.explanation().hint()),
                                        leak.fingerprint()))
                                .toList(),
                        NOTHING));
    }

    @Test
    void skipsAndCountsDocumentsThatAreDamagedForeignOrNewer() throws ArchiveException {
        store("4.5.0", "19", 0, findings(2));
        Document whole = documents(MongoArchive.BUILDS).get(0);
        insert(MongoArchive.BUILDS, new Document("_id", 7).append("finishedAt", "soon"));
        insert(MongoArchive.BUILDS, new Document("shop", List.of("not", "ours")).append("totals", "many"));
        insert(MongoArchive.BUILDS, new Document(whole).append("_id", "no-time").append("finishedAt", null));
        insert(
                MongoArchive.BUILDS,
                new Document(whole).append("_id", "no-total").append("totals", new Document("all", -1)));
        insert(
                MongoArchive.BUILDS,
                new Document(whole).append("_id", "half").append("totals", new Document("all", 1.5)));
        insert(MongoArchive.BUILDS, new Document(whole).append("_id", "new").append("schemaVersion", 999));

        Reading<ArchivedBuild> read = reader.builds(BuildFilter.ALL, 9);

        assertThat(read.items()).extracting(ArchivedBuild::key).containsExactly(whole.getString("_id"));
        assertThat(read.skipped()).isEqualTo(new Reading.Skipped(5, 1, 0));
        assertThat(read.skipped().sentences())
                .containsExactly(
                        "5 documents of the archive can't be read and were skipped: damaged, or not written by connleak",
                        "1 document of the archive was written by a newer connleak and skipped; read them with that"
                                + " version");
        assertThat(reader.releases(BuildFilter.ALL).skipped()).isEqualTo(new Reading.Skipped(5, 1, 0));
    }

    @Test
    void damagedDocumentsDoNotCountAgainstTheLimit() throws ArchiveException {
        store("4.5.0", "19", 0, findings(2));
        for (int index = 0; index < 20; index++) {
            insert(MongoArchive.BUILDS, new Document("finishedAt", Date.from(FINISHED.plusSeconds(index))));
        }

        assertThat(reader.builds(BuildFilter.ALL, 1).items()).hasSize(1);
    }

    @Test
    void readsDocumentsThatLackWhatLaterVersionsAdded() throws ArchiveException {
        insert(
                MongoArchive.BUILDS,
                new Document("_id", "old")
                        .append("schemaVersion", 1L)
                        .append("job", "shop")
                        .append("finishedAt", Date.from(FINISHED))
                        .append("totals", new Document("all", 2.0).append("byRule", "none")));
        insert(
                MongoArchive.FINDINGS,
                new Document("_id", "old-0")
                        .append("build", "old")
                        .append("schemaVersion", 1)
                        .append("rule", "never-closed")
                        .append("certainty", "definite")
                        .append("fingerprint", "ff"));
        insert(
                MongoArchive.FINDINGS,
                new Document("_id", "old-1").append("build", "old").append("rule", "made-up"));

        ArchivedBuild build = reader.builds(BuildFilter.ALL, 1).items().get(0);

        assertThat(build)
                .isEqualTo(new ArchivedBuild(
                        "old",
                        new ScanSeries("", "shop", ""),
                        new ArchivedBuild.Label("", "", "", ""),
                        FINISHED,
                        new ArchivedBuild.Totals(2, Map.of(), Map.of())));
        Reading<Finding> leaks = reader.leaks(build);
        assertThat(leaks.items()).extracting(leak -> leak.fingerprint().exact()).containsExactly("ff");
        assertThat(leaks.skipped()).isEqualTo(new Reading.Skipped(1, 0, 0));
    }

    @Test
    void findsHostileNamesAsTheyAre() throws ArchiveException {
        String hostile = "{$ne: 1}\u0000.$where" + "x".repeat(20_000);
        archive.store(at(new BuildTag(hostile, hostile, hostile), "1", FINISHED, findings(1)));
        store("4.5.0", "19", 0, findings(2));

        List<ArchivedBuild> found = reader.builds(
                        new BuildFilter(
                                Optional.empty(),
                                Optional.of(hostile),
                                Optional.empty(),
                                Optional.of(hostile),
                                Optional.of(hostile)),
                        9)
                .items();

        assertThat(found).extracting(build -> build.totals().all()).containsExactly(1);
    }

    @Test
    void readsTenThousandReleaseNames() throws ArchiveException {
        List<Document> builds = new ArrayList<>();
        for (int index = 0; index < 10_000; index++) {
            builds.add(new Document("_id", "b" + index)
                    .append("schemaVersion", 1)
                    .append("source", "jenkins-1")
                    .append("job", "shop")
                    .append("scanId", "connleak")
                    .append("release", "r" + index + "\u0000$" + "x".repeat(50))
                    .append("buildNumber", "1")
                    .append("finishedAt", Date.from(FINISHED.plusSeconds(index)))
                    .append("totals", new Document("all", index)));
        }
        database.getCollection(MongoArchive.BUILDS).insertMany(builds);

        Reading<ReleaseTotals> read = reader.releases(BuildFilter.ALL);

        assertThat(read.skipped()).isEqualTo(NOTHING);
        assertThat(read.items()).hasSize(10_000);
        assertThat(read.items().get(9_999))
                .isEqualTo(ReleaseTotals.of(
                        SHOP,
                        "r9999\u0000$" + "x".repeat(50),
                        new ReleaseTotals.Point("1", FINISHED.plusSeconds(9_999), 9_999)));
    }

    @Test
    void comparesTheLastBuildsOfTwoReleases() throws Exception {
        store("4.5.0", "19", 0, findings(9));
        store("4.5.0", "20", 60, List.of(finding(LeakKind.NEVER_CLOSED, 1), finding(LeakKind.NEVER_CLOSED, 2)));
        store("4.6.0", "1", 120, List.of(finding(LeakKind.NEVER_CLOSED, 2), finding(LeakKind.OVERWRITTEN, 3)));

        ReleaseComparison comparison = ReleaseComparison.between(
                reader, BuildFilter.ALL.withRelease("4.6.0"), BuildFilter.ALL.withRelease("4.5.0"));

        assertThat(comparison.reference().label().buildNumber()).isEqualTo("20");
        // All leaks of this test have the same context, so one of them moved.
        assertThat(comparison.delta().added()).isEmpty();
        assertThat(lines(comparison.delta().outstanding())).containsExactly(2, 3);
        assertThat(lines(comparison.delta().fixed())).isEmpty();

        ReleaseComparison withFirst = ReleaseComparison.between(
                reader,
                BuildFilter.ALL.withRelease("4.6.0"),
                BuildFilter.ALL.withRelease("4.5.0").withBuildNumber(Optional.of("19")));
        assertThat(lines(withFirst.delta().fixed())).hasSize(7);
    }

    @Test
    void refusesToGuessBetweenJobs() throws ArchiveException {
        for (String job : List.of("shop", "bank")) {
            for (String release : List.of("4.5.0", "4.6.0")) {
                archive.store(at(new BuildTag(job, release, "1"), release, FINISHED, findings(1)));
            }
        }
        BuildFilter later = BuildFilter.ALL.withRelease("4.6.0");

        assertThatThrownBy(() -> ReleaseComparison.between(reader, later, BuildFilter.ALL.withRelease("4.5.0")))
                .isInstanceOf(ReleaseComparison.UndecidedException.class)
                .hasMessage("Several have scans of both: job 'bank' scan 'connleak' source 'jenkins-1', job 'shop' scan"
                        + " 'connleak' source 'jenkins-1'; choose one by --job, --scan or --source");
        assertThatThrownBy(() -> ReleaseComparison.between(reader, later, BuildFilter.ALL.withRelease("9")))
                .hasMessage("The archive has no scan of release 9; connleak history --by release lists what it has");
    }

    private static List<Integer> lines(List<Finding> leaks) {
        return leaks.stream().map(leak -> leak.place().line()).toList();
    }

    private List<ScanSeries> series(Optional<String> source, Optional<String> job, Optional<String> scan)
            throws ArchiveException {
        return reader.builds(new BuildFilter(source, job, scan, Optional.empty(), Optional.empty()), 9).items().stream()
                .map(ArchivedBuild::series)
                .toList();
    }

    private void store(String release, String build, int secondsLater, List<Finding> leaks) throws ArchiveException {
        archive.store(at(
                new BuildTag("shop", release, build),
                release + "-" + build,
                FINISHED.plusSeconds(secondsLater),
                leaks));
    }

    private void insert(String collection, Document document) {
        database.getCollection(collection).insertOne(document);
    }

    private List<Document> documents(String collection) {
        return database.getCollection(collection).find().into(new ArrayList<>());
    }
}
