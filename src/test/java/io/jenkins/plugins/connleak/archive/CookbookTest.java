package io.jenkins.plugins.connleak.archive;

import static io.jenkins.plugins.connleak.archive.ArchivedResults.at;
import static io.jenkins.plugins.connleak.archive.ArchivedResults.finding;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the queries of {@code docs/cookbook} as they stand there; each has to have an expected answer here. */
class CookbookTest {
    private static final Path COOKBOOK = Path.of("docs/cookbook/README.md");
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (.+?)$(.*?)(?=^## |\\z)");
    private static final Pattern QUERY =
            Pattern.compile("(?ms)^```js\\ndb\\.(\\w+)\\.aggregate\\((\\[.*?\\])\\)\\n```$");

    private static final Map<String, List<String>> ANSWERS = Map.of(
            "Worst jobs",
            List.of(
                    "{_id: {source: 'jenkins-1', job: 'bank', scan: 'connleak'}, leaks: 4, release: '1.0', build: '7'}",
                    "{_id: {source: 'jenkins-1', job: 'shop', scan: 'connleak'}, leaks: 2, release: '4.6.0', build:"
                            + " '1'}"),
            "Worst packages",
            List.of("{package: 'shop', leaks: 2}"),
            "Releases of a job",
            List.of(
                    "{_id: '4.5.0', builds: 2, since: ISODate('2026-03-01T12:00:00Z'), first: 3, last: 2, fewest: 2,"
                            + " most: 3}",
                    "{_id: '4.6.0', builds: 1, since: ISODate('2026-03-11T12:00:00Z'), first: 2, last: 2, fewest: 2,"
                            + " most: 2}"),
            "Release comparison",
            List.of(
                    "{rule: 'never-closed', file: 'shop/D.java', method: 'd()', state: 'new'}",
                    "{rule: 'never-closed', file: 'shop/A.java', method: 'a()', state: 'fixed'}"),
            "Leak age",
            List.of(
                    "{rule: 'overwritten', file: 'shop/B.java', line: 2, days: 10.0}",
                    "{rule: 'never-closed', file: 'shop/D.java', line: 4, days: 0.0}"),
            "Time to mend",
            List.of("{_id: 'never-closed', mended: 2, days: 2.0, longest: 4.0}"),
            "Leaks of each rule over the builds of a release",
            List.of(
                    "{build: '19', rule: 'never-closed', leaks: 2}",
                    "{build: '19', rule: 'overwritten', leaks: 1}",
                    "{build: '20', rule: 'never-closed', leaks: 1}",
                    "{build: '20', rule: 'overwritten', leaks: 1}"));

    private static MongoServer server;
    private static MongoClient client;
    private static MongoDatabase database;

    @BeforeAll
    static void fillArchive() throws ArchiveException {
        server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind();
        Finding a = leak("A", 1, LeakKind.NEVER_CLOSED);
        Finding b = leak("B", 2, LeakKind.OVERWRITTEN);
        Finding c = leak("C", 3, LeakKind.NEVER_CLOSED);
        Finding d = leak("D", 4, LeakKind.NEVER_CLOSED);
        try (MongoArchive archive = MongoArchive.open(MongoSettings.of(server.getConnectionString()))) {
            archive.store(at(new BuildTag("shop", "4.5.0", "19"), "1", START, List.of(a, b, c)));
            archive.store(at(new BuildTag("shop", "4.5.0", "20"), "2", day(4), List.of(a, b)));
            archive.store(at(new BuildTag("shop", "4.6.0", "1"), "3", day(10), List.of(b, d)));
            archive.store(at(new BuildTag("bank", "1.0", "6"), "1", START, List.of(a)));
            archive.store(at(new BuildTag("bank", "1.0", "7"), "2", day(1), List.of(a, b, c, d)));
        }
        client = MongoClients.create(server.getConnectionString());
        database = client.getDatabase(MongoSettings.DEFAULT_DATABASE);
    }

    @AfterAll
    static void stopServer() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void everyQueryHasAnAnswer() throws IOException {
        assertThat(queries().keySet()).containsExactlyInAnyOrderElementsOf(ANSWERS.keySet());
        long aggregations = Pattern.compile("\\.aggregate\\(")
                .matcher(Files.readString(COOKBOOK))
                .results()
                .count();
        assertThat(queries()).hasSize((int) aggregations);
    }

    @ParameterizedTest
    @MethodSource("names")
    void queryGivesItsAnswer(String name) throws IOException {
        MatchResult query = queries().get(name);
        List<BsonDocument> stages = BsonArray.parse(query.group(2)).stream()
                .map(BsonValue::asDocument)
                .toList();

        List<Document> found =
                database.getCollection(query.group(1)).aggregate(stages).into(new ArrayList<>());

        // The order of fields is the server's.
        assertThat(found)
                .containsExactlyElementsOf(ANSWERS.getOrDefault(name, List.of()).stream()
                        .map(Document::parse)
                        .toList());
    }

    static Stream<String> names() {
        return ANSWERS.keySet().stream().sorted();
    }

    private static Map<String, MatchResult> queries() throws IOException {
        Map<String, MatchResult> queries = new LinkedHashMap<>();
        Matcher section = SECTION.matcher(Files.readString(COOKBOOK));
        while (section.find()) {
            Matcher query = QUERY.matcher(section.group(2));
            if (query.find()) {
                queries.put(section.group(1), query.toMatchResult());
            }
        }
        return queries;
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static Finding leak(String name, int line, LeakKind rule) {
        Finding any = finding(rule, line);
        String lower = name.toLowerCase(Locale.ROOT);
        return new Finding(
                rule,
                any.certainty(),
                any.resource(),
                new Place("shop/" + name + ".java", line, "shop", name, lower + "()"),
                any.explanation(),
                new Fingerprint("f" + lower, "c" + lower));
    }
}
