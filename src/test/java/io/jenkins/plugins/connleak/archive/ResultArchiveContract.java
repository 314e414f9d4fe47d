package io.jenkins.plugins.connleak.archive;

import static io.jenkins.plugins.connleak.archive.ArchivedResults.FINISHED;
import static io.jenkins.plugins.connleak.archive.ArchivedResults.at;
import static io.jenkins.plugins.connleak.archive.ArchivedResults.finding;
import static io.jenkins.plugins.connleak.archive.ArchivedResults.findings;
import static io.jenkins.plugins.connleak.archive.ArchivedResults.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Explanation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the archive does on whatever server; each test has a database of its own. */
abstract class ResultArchiveContract {
    private static final BuildTag TAG = new BuildTag("shop", "4.5.0", "19");
    private static final HistoryQuery ALL = new HistoryQuery(Optional.empty(), Optional.empty(), 100);

    private static final int RELEASES = 10_000;

    private MongoArchive archive;
    private MongoClient reader;
    private MongoDatabase database;

    /** Address of the server, without a database. */
    abstract String serverUri();

    @BeforeEach
    void openArchive() throws ArchiveException {
        String name = "connleak_test_" + UUID.randomUUID().toString().replace("-", "");
        archive = MongoArchive.open(new MongoSettings(serverUri(), name, null, MongoSettings.Timeouts.DEFAULT));
        reader = MongoClients.create(serverUri());
        database = reader.getDatabase(name);
    }

    @AfterEach
    void dropDatabase() {
        archive.close();
        database.drop();
        reader.close();
    }

    @Test
    void writesTheBuildWithItsTagsTimesAndTotals() throws ArchiveException {
        ArchivedResult result = result(
                TAG,
                "117",
                List.of(
                        finding(LeakKind.NEVER_CLOSED, 10),
                        finding(LeakKind.NEVER_CLOSED, 20),
                        finding(LeakKind.OVERWRITTEN, 30)));

        archive.store(result);

        assertThat(documents(MongoArchive.BUILDS))
                .containsExactly(new Document("_id", ArchiveDocuments.id(result))
                        .append("schemaVersion", 2)
                        .append("source", "jenkins-1")
                        .append("job", "shop")
                        .append("buildId", "117")
                        .append("scanId", "connleak")
                        .append("release", "4.5.0")
                        .append("buildNumber", "19")
                        .append("finishedAt", Date.from(FINISHED))
                        .append("url", "https://ci.example.org/job/shop/117")
                        .append("branch", "")
                        .append("commit", "")
                        .append("startedAt", Date.from(FINISHED.minusMillis(4_321)))
                        .append("durationMillis", 4_321L)
                        .append("toolVersion", "1.2.3")
                        .append("engine", "flow")
                        .append("options", List.of(new Document("name", "certainty").append("value", "possible")))
                        .append(
                                "figures",
                                new Document("files", 7)
                                        .append("parsedFiles", 5)
                                        .append("lines", 1_234L)
                                        .append("methods", 56))
                        .append("problems", new Document("all", 1).append("byKind", List.of(named("binary", 1))))
                        .append("gate", "")
                        .append("evidence", List.of())
                        .append(
                                "totals",
                                new Document("all", 3)
                                        .append("silenced", 1)
                                        .append("byRule", List.of(named("never-closed", 2), named("overwritten", 1)))
                                        .append("byKind", List.of(named("connection", 3)))
                                        .append("byCertainty", List.of(named("definite", 2), named("possible", 1)))
                                        .append("byPackage", List.of(named("shop", 3)))
                                        .append("packagesLeftOut", 0)));
    }

    @Test
    void writesEachLeakWithItsPathAndTheTagsOfItsBuild() throws ArchiveException {
        ArchivedResult result = result(TAG, "117", List.of(finding(LeakKind.NEVER_CLOSED, 10)));

        archive.store(result);

        String id = ArchiveDocuments.id(result);
        assertThat(documents(MongoArchive.FINDINGS))
                .containsExactly(new Document("_id", id + "-000000")
                        .append("schemaVersion", 2)
                        .append("source", "jenkins-1")
                        .append("job", "shop")
                        .append("buildId", "117")
                        .append("scanId", "connleak")
                        .append("release", "4.5.0")
                        .append("buildNumber", "19")
                        .append("finishedAt", Date.from(FINISHED))
                        .append("build", id)
                        .append("ordinal", 0)
                        .append("fingerprint", "000000000000000a")
                        .append("context", "c0ffee")
                        .append("rule", "never-closed")
                        .append("certainty", "definite")
                        .append("kind", "connection")
                        .append("type", "java.sql.Connection")
                        .append("variable", "con")
                        .append("file", "shop/Orders.java")
                        .append("line", 10)
                        .append("lastLine", 14)
                        .append("package", "shop")
                        .append("class", "Orders")
                        .append("method", "load(long)")
                        .append("message", "The connection con is never closed")
                        .append("hint", "Declare it in a try-with-resources")
                        .append(
                                "path",
                                List.of(step(10, "acquired", "con is acquired"), step(14, "leaves", "load returns")))
                        .append("stepsLeftOut", 0));
    }

    @Test
    void storingAgainChangesNothing() throws ArchiveException {
        ArchivedResult result = result(TAG, "117", findings(3));
        archive.store(result);
        List<Document> builds = documents(MongoArchive.BUILDS);
        List<Document> leaks = documents(MongoArchive.FINDINGS);

        archive.store(result);

        assertThat(documents(MongoArchive.BUILDS)).isEqualTo(builds);
        assertThat(documents(MongoArchive.FINDINGS)).isEqualTo(leaks).hasSize(3);
    }

    @Test
    void buildThatIsScannedAgainLosesTheLeaksThatAreGone() throws ArchiveException {
        archive.store(result(TAG, "117", findings(5)));
        archive.store(result(TAG, "118", findings(2)));

        archive.store(result(TAG, "117", findings(3)));

        assertThat(documents(MongoArchive.FINDINGS))
                .extracting(each -> each.getString("buildId") + "/" + each.getInteger("ordinal"))
                .containsExactlyInAnyOrder("117/0", "117/1", "117/2", "118/0", "118/1");
    }

    @Test
    void writesMoreLeaksThanFitIntoOneBatch() throws ArchiveException {
        archive.store(result(TAG, "117", findings(1_234)));

        List<Integer> lines = new ArrayList<>(documents(MongoArchive.FINDINGS).stream()
                .map(each -> each.getInteger("line"))
                .toList());
        Collections.sort(lines);
        assertThat(lines).isEqualTo(IntStream.rangeClosed(1, 1_234).boxed().toList());
    }

    @Test
    void readsTheTotalsBackOldestFirst() throws ArchiveException {
        BuildTag next = new BuildTag("shop", "4.5.0", "20");
        archive.store(at(next, "118", FINISHED.plusSeconds(60), List.of(finding(LeakKind.OVERWRITTEN, 30))));
        archive.store(at(TAG, "117", FINISHED, findings(2)));

        assertThat(archive.history(ALL))
                .containsExactly(
                        new HistoryEntry(TAG, FINISHED, 2, Map.of("never-closed", 2), Map.of("definite", 2)),
                        new HistoryEntry(
                                next, FINISHED.plusSeconds(60), 1, Map.of("overwritten", 1), Map.of("possible", 1)));
    }

    @Test
    void readsOnlyTheJobAndTheReleaseThatAreAskedFor() throws ArchiveException {
        BuildTag other = new BuildTag("other", "4.5.0", "1");
        BuildTag later = new BuildTag("shop", "4.6.0", "1");
        archive.store(result(TAG, "1", findings(1)));
        archive.store(result(other, "1", findings(2)));
        archive.store(at(later, "2", FINISHED.plusSeconds(1), findings(3)));

        assertThat(tags(new HistoryQuery(Optional.of("shop"), Optional.empty(), 9)))
                .containsExactly(TAG, later);
        assertThat(tags(new HistoryQuery(Optional.empty(), Optional.of("4.5.0"), 9)))
                .containsExactlyInAnyOrder(TAG, other);
        assertThat(tags(new HistoryQuery(Optional.of("shop"), Optional.of("4.6.0"), 9)))
                .containsExactly(later);
        assertThat(tags(new HistoryQuery(Optional.of("nobody"), Optional.empty(), 9)))
                .isEmpty();
    }

    @Test
    void readsNoMoreThanTheNewestThatAreAskedFor() throws ArchiveException {
        for (int build = 1; build <= 5; build++) {
            archive.store(at(
                    new BuildTag("shop", "", String.valueOf(build)),
                    String.valueOf(build),
                    FINISHED.plusSeconds(build),
                    List.of()));
        }

        assertThat(tags(new HistoryQuery(Optional.empty(), Optional.empty(), 2)))
                .extracting(BuildTag::buildNumber)
                .containsExactly("4", "5");
    }

    @Test
    void anArchiveThatHoldsNothingHasNoHistory() throws ArchiveException {
        assertThat(archive.history(ALL)).isEmpty();
    }

    @Test
    void namesFromDataAreValuesAndNeverKeys() throws ArchiveException {
        String hostile = "$where.a\u0000b";
        BuildTag tag = new BuildTag(hostile, hostile, hostile);
        Finding leak = new Finding(
                LeakKind.NEVER_CLOSED,
                Certainty.DEFINITE,
                new Resource(ResourceKind.OTHER, hostile, hostile),
                new Place(hostile, 1, hostile, hostile, hostile),
                new Explanation(hostile, List.of(new PathStep(hostile, 1, PathStep.Kind.ACQUIRED, hostile)), hostile),
                new Fingerprint(hostile, hostile));

        archive.store(result(tag, hostile, List.of(leak)));

        assertThat(tags(new HistoryQuery(Optional.of(hostile), Optional.of(hostile), 9)))
                .containsExactly(tag);
        Document found = documents(MongoArchive.FINDINGS).get(0);
        assertThat(found.getString("package")).isEqualTo(hostile);
        assertThat(documents(MongoArchive.BUILDS)
                        .get(0)
                        .get("totals", Document.class)
                        .get("byPackage"))
                .isEqualTo(List.of(named(hostile, 1)));
    }

    @Test
    void textsWithoutEndAreCutAndMarked() throws ArchiveException {
        String endless = "x".repeat(20_000);
        List<PathStep> steps = Collections.nCopies(5_000, new PathStep(endless, 1, PathStep.Kind.BRANCH, endless));
        Finding leak = new Finding(
                LeakKind.NEVER_CLOSED,
                Certainty.DEFINITE,
                new Resource(ResourceKind.OTHER, endless, endless),
                new Place(endless, 1, endless, endless, endless),
                new Explanation(endless, steps, endless),
                new Fingerprint(endless, endless));

        archive.store(result(new BuildTag(endless, endless, endless), endless, List.of(leak)));

        String cut = "x".repeat(ArchiveDocuments.MAX_TEXT - 6) + " [cut]";
        Document found = documents(MongoArchive.FINDINGS).get(0);
        assertThat(List.of(found.getString("method"), found.getString("release"), found.getString("message")))
                .containsOnly(cut);
        assertThat(found.getList("path", Document.class)).hasSize(100);
        assertThat(found.getInteger("stepsLeftOut")).isEqualTo(4_900);
        assertThat(documents(MongoArchive.BUILDS).get(0).getString("job")).isEqualTo(cut);
    }

    @Test
    void twoSourcesWithTheSameJobDoNotMix() throws ArchiveException {
        ArchivedResult ours = result(TAG, "117", findings(1));
        ArchivedResult theirs =
                new ArchivedResult("jenkins-2", ours.build(), ours.finishedAt(), ours.durationMillis(), ours.report());

        archive.store(ours);
        archive.store(theirs);

        assertThat(documents(MongoArchive.BUILDS))
                .extracting(each -> each.getString("source"))
                .containsExactlyInAnyOrder("jenkins-1", "jenkins-2");
        assertThat(documents(MongoArchive.FINDINGS)).hasSize(2);
    }

    @Test
    void makesItsIndexesAtFirstUse() throws ArchiveException {
        archive.store(result(TAG, "117", findings(1)));

        assertThat(indexes(MongoArchive.BUILDS))
                .containsExactlyInAnyOrder(
                        new Document("_id", 1),
                        new Document("release", 1).append("buildNumber", 1),
                        new Document("job", 1).append("buildId", 1),
                        new Document("job", 1).append("finishedAt", -1),
                        new Document("finishedAt", -1),
                        new Document("expiresAt", 1));
        assertThat(indexes(MongoArchive.FINDINGS))
                .containsExactlyInAnyOrder(
                        new Document("_id", 1),
                        new Document("build", 1).append("ordinal", 1),
                        new Document("fingerprint", 1),
                        new Document("expiresAt", 1));
    }

    @Test
    void writesWhatIsKnownBesideTheReport() throws ArchiveException {
        ArchivedResult plain = result(TAG, "117", findings(2));
        ResultContext context = new ResultContext(
                new ResultContext.Revision("main", "c0ffee42"),
                Optional.of(new ResultContext.Changes(
                        new TreeSet<>(Set.of(1)), 3, List.of(new ResultContext.FirstSeen("shop", "112")))),
                "unstable",
                Map.of("confirmed", 1));

        archive.store(new ArchivedResult(
                plain.source(), plain.build(), plain.finishedAt(), plain.durationMillis(), plain.report(), context));

        Document build = documents(MongoArchive.BUILDS).get(0);
        assertThat(List.of(build.get("branch"), build.get("commit"), build.get("gate"), build.get("evidence")))
                .containsExactly("main", "c0ffee42", "unstable", List.of(named("confirmed", 1)));
        Document totals = build.get("totals", Document.class);
        assertThat(List.of(totals.get("all"), totals.get("new"), totals.get("outstanding"), totals.get("fixed")))
                .containsExactly(2, 1, 1, 3);
        assertThat(documents(MongoArchive.FINDINGS).stream()
                        .map(each -> each.getString("state") + " " + each.get("firstSeen")))
                .containsExactly("outstanding " + new Document("job", "shop").append("buildId", "112"), "new null");
    }

    @Test
    void documentsCarryTheDayOfTheirRemovalAndLeaksOutliveTheirBuild() throws ArchiveException {
        archive.store(result(TAG, "117", findings(1)), new DocumentOptions(false, 30));

        assertThat(documents(MongoArchive.BUILDS).get(0).getDate("expiresAt"))
                .isEqualTo(Date.from(FINISHED.plus(30, ChronoUnit.DAYS)));
        assertThat(documents(MongoArchive.FINDINGS).get(0).getDate("expiresAt"))
                .isEqualTo(Date.from(FINISHED.plus(31, ChronoUnit.DAYS)));
    }

    @Test
    void writesTheOldServicesFormForItsReaders() throws ArchiveException {
        archive.store(result(TAG, "117", findings(5)), new DocumentOptions(true, 0));
        archive.store(
                result(TAG, "118", List.of(finding(LeakKind.NEVER_CLOSED, 10), finding(LeakKind.LEGACY_PATTERN, 20))),
                new DocumentOptions(true, 0));

        List<Document> found = documents(LegacyResult.COLLECTION);
        found.forEach(each -> each.remove("_id"));
        assertThat(found)
                .containsExactly(new Document("total", "2")
                        .append(
                                "tabulardata",
                                List.of(
                                        List.of("File Name"),
                                        List.of(
                                                List.of("1. Orders.javaAPI : load(long)"),
                                                List.of("2. Orders.javaAPI : load(long)"))))
                        .append("Release No", "4.5.0")
                        .append("Build No", "19"));
        assertThat(archive.legacy("4.5.0", "19"))
                .contains(new LegacyResult(
                        "4.5.0", "19", 2, List.of("Orders.javaAPI : load(long)", "Orders.javaAPI : load(long)")));
        assertThat(archive.legacy("4.5.0", "20")).isEmpty();
    }

    @Test
    void resultWithoutReleaseHasNoOldForm() throws ArchiveException {
        archive.store(result(new BuildTag("shop", "", "19"), "117", findings(1)), new DocumentOptions(true, 0));

        assertThat(documents(LegacyResult.COLLECTION)).isEmpty();
        assertThat(documents(MongoArchive.BUILDS)).hasSize(1);
    }

    @Test
    void readsWhatTheOldServiceWroteItself() throws ArchiveException {
        database.getCollection(LegacyResult.COLLECTION)
                .insertOne(new Document(
                                "tabulardata",
                                List.of(
                                        List.of("File Name"),
                                        List.of(List.of("1.  Orders.javaAPI : void load()\n"), List.of(7))))
                        .append("total", "7")
                        .append("Release No", "4.4.0")
                        .append("Build No", "3"));

        assertThat(archive.legacy("4.4.0", "3"))
                .contains(new LegacyResult("4.4.0", "3", 7, List.of("Orders.javaAPI : void load()")));
    }

    @Test
    void manyReleasesAreManyValuesAndNoKeys() throws ArchiveException {
        List<Document> before = indexes(MongoArchive.BUILDS);
        for (int release = 0; release < RELEASES; release++) {
            archive.store(at(
                    new BuildTag("shop", "$4." + release + ".\u0000", "1"),
                    String.valueOf(release),
                    FINISHED.plusSeconds(release),
                    List.of()));
        }

        assertThat(archive.history(new HistoryQuery(Optional.of("shop"), Optional.of("$4.77.\u0000"), 9)))
                .extracting(entry -> entry.tag().release())
                .containsExactly("$4.77.\u0000");
        assertThat(database.getCollection(MongoArchive.BUILDS).countDocuments()).isEqualTo(RELEASES);
        assertThat(before).isEmpty();
    }

    @Test
    void readsDocumentsThatLackFields() throws ArchiveException {
        database.getCollection(MongoArchive.BUILDS)
                .insertOne(new Document("_id", "old").append("release", 45).append("totals", "many"));

        assertThat(archive.history(ALL))
                .containsExactly(new HistoryEntry(BuildTag.NONE, Instant.EPOCH, 0, Map.of(), Map.of()));
    }

    @Test
    void pingIsAnsweredByAServerThatIsThere() throws ArchiveException {
        archive.ping();
        assertThat(archive.history(ALL)).isEmpty();
    }

    private List<BuildTag> tags(HistoryQuery query) throws ArchiveException {
        return archive.history(query).stream().map(HistoryEntry::tag).toList();
    }

    private List<Document> documents(String collection) {
        return database.getCollection(collection).find().into(new ArrayList<>());
    }

    private List<Document> indexes(String collection) {
        return database.getCollection(collection).listIndexes().into(new ArrayList<>()).stream()
                .map(index -> index.get("key", Document.class))
                .map(ResultArchiveContract::whole)
                .toList();
    }

    /** Some servers store a direction as a floating-point number. */
    private static Document whole(Document key) {
        Document whole = new Document();
        key.forEach((name, direction) -> whole.append(name, ((Number) direction).intValue()));
        return whole;
    }

    private static Document named(String name, int count) {
        return new Document("name", name).append("count", count);
    }

    private static Document step(int line, String kind, String text) {
        return new Document("file", "shop/Orders.java")
                .append("line", line)
                .append("kind", kind)
                .append("text", text);
    }
}
