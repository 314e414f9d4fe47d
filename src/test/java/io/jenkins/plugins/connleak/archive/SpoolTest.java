package io.jenkins.plugins.connleak.archive;

import static io.jenkins.plugins.connleak.archive.ArchivedResults.findings;
import static io.jenkins.plugins.connleak.archive.ArchivedResults.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final BuildTag TAG = new BuildTag("shop", "4.5.0", "19");
    private static final DocumentOptions ALL = new DocumentOptions(true, 30);

    @TempDir
    private Path folder;

    @Test
    void entryComesBackInFullAfterARestart() throws IOException {
        ArchivedResult result = result(TAG, "117", findings(1_234));
        SpoolEntry entry = Spool.open(folder, SpoolLimits.DEFAULT).add(result, ALL);

        Spool spool = Spool.open(folder, SpoolLimits.DEFAULT);

        assertThat(spool.waiting())
                .extracting(SpoolEntry::name, SpoolEntry::bytes)
                .containsExactly(tuple(entry.name(), entry.bytes()));
        assertThat(spool.header(spool.waiting().get(0)))
                .isEqualTo(new SpoolHeader(
                        SpoolHeader.Kind.RESULT, ArchiveDocuments.id(result), "shop", "117 (4.5.0/19)"));
        assertThat(read(spool, entry)).isEqualTo(made(result));
    }

    @Test
    void entriesKeepTheirOrderOverRestarts() throws IOException {
        List<String> names = new ArrayList<>();
        for (int build = 0; build < 5; build++) {
            Spool spool = Spool.open(folder, SpoolLimits.DEFAULT);
            names.add(spool.add(result(TAG, String.valueOf(build), findings(1)), ALL)
                    .name());
            names.add(spool.add(removal()).name());
        }

        assertThat(names).isSorted().doesNotHaveDuplicates();
        assertThat(Spool.open(folder, SpoolLimits.DEFAULT).waiting())
                .extracting(SpoolEntry::name)
                .isEqualTo(names);
    }

    @Test
    void whatACrashLeftUnfinishedIsRemoved() throws IOException {
        Spool.open(folder, SpoolLimits.DEFAULT).add(result(TAG, "1", findings(1)), ALL);
        Files.write(folder.resolve("queue/0000000000000007.part"), new byte[100]);
        Files.write(folder.resolve("queue/readme.txt"), new byte[100]);

        assertThat(Spool.open(folder, SpoolLimits.DEFAULT).waiting()).hasSize(1);
        assertThat(files("queue")).containsExactly("0000000000000001.spool", "readme.txt");
    }

    @Test
    void spoolAtItsLimitRefusesAndKeepsWhatItHas() throws IOException {
        Spool spool = Spool.open(folder, new SpoolLimits(20_000, 0));
        List<SpoolEntry> taken = new ArrayList<>();

        assertThatThrownBy(() -> {
                    for (int build = 0; build < 1_000; build++) {
                        taken.add(spool.add(result(TAG, String.valueOf(build), findings(50)), ALL));
                    }
                })
                .isInstanceOf(SpoolFullException.class);

        assertThat(taken).isNotEmpty();
        assertThat(spool.waiting()).isEqualTo(taken);
        assertThat(spool.bytes())
                .isEqualTo(taken.stream().mapToLong(SpoolEntry::bytes).sum())
                .isLessThanOrEqualTo(20_000);
        assertThat(files("queue")).hasSameSizeAs(taken);
        spool.remove(taken.get(0).name());
        assertThatCode(() -> spool.add(result(TAG, "1", findings(1)), ALL)).doesNotThrowAnyException();
    }

    @Test
    void diskThatIsNearlyFullIsLeftAlone() throws IOException {
        Spool spool = Spool.open(folder, new SpoolLimits(1 << 20, 50 << 20), path -> 49 << 20);

        assertThatThrownBy(() -> spool.add(result(TAG, "1", findings(1)), ALL))
                .isInstanceOf(SpoolFullException.class)
                .hasMessage("the disk has less than 50 MiB free");
        assertThat(files("queue")).isEmpty();
    }

    @Test
    void entryLiesAsideWithItsReasonUntilItIsRetriedOrDropped() throws IOException {
        Spool spool = Spool.open(folder, SpoolLimits.DEFAULT);
        SpoolEntry first = spool.add(result(TAG, "1", findings(1)), ALL);
        SpoolEntry second = spool.add(result(TAG, "2", findings(1)), ALL);
        spool.setAside(first.name(), "too large");

        Spool reopened = Spool.open(folder, SpoolLimits.DEFAULT);
        assertThat(reopened.first().map(SpoolEntry::name)).contains(second.name());
        assertThat(reopened.aside()).extracting(SpoolEntry::name).containsExactly(first.name());
        assertThat(reopened.reason(first.name())).contains("too large");
        assertThat(reopened.reason("../../secret")).isEmpty();

        assertThat(reopened.retry(first.name())).isTrue();
        assertThat(reopened.retry("../queue/" + second.name())).isFalse();
        assertThat(reopened.first().map(SpoolEntry::name)).contains(first.name());

        reopened.setAside(first.name(), "again");
        reopened.drop(first.name());
        reopened.remove(second.name());
        assertThat(reopened.bytes()).isZero();
        assertThat(files("aside")).isEmpty();
        assertThat(files("queue")).isEmpty();
    }

    @Test
    void everyFileThatIsCutOffOrChangedIsToldFromAWholeOne() throws IOException {
        Spool spool = Spool.open(folder, SpoolLimits.DEFAULT);
        SpoolEntry entry = spool.add(result(TAG, "1", findings(3)), ALL);
        Path file = folder.resolve("queue").resolve(entry.name() + ".spool");
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);

        for (int length = 0; length < whole.length; length += 1 + random.nextInt(5)) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(spool, entry)).isInstanceOf(DamagedEntryException.class);
        }
        for (int round = 0; round < 200; round++) {
            byte[] changed = whole.clone();
            // The ten bytes in front hold a time stamp and the like, which gzip does not check.
            changed[10 + random.nextInt(whole.length - 10)] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, changed);
            assertThatThrownBy(() -> read(spool, entry)).isInstanceOf(DamagedEntryException.class);
        }
    }

    @Test
    void printsOfADamagedEntryWhatIsBeforeTheDamageAndThatItIsDamaged() throws IOException {
        Spool spool = Spool.open(folder, SpoolLimits.DEFAULT);
        SpoolEntry entry = spool.add(result(TAG, "1", findings(40)), ALL);
        List<String> whole = printed(spool, entry);
        Path file = folder.resolve("queue").resolve(entry.name() + ".spool");
        byte[] bytes = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        List<String> half = printed(spool, entry);
        Files.write(file, new byte[0]);

        int left = half.size() - 1;
        assertThat(left).isBetween(1, whole.size() - 1);
        assertThat(half.subList(0, left)).isEqualTo(whole.subList(0, left));
        // The header is a document too.
        assertThat(half.get(left))
                .isEqualTo("{\"damaged\": \"it is cut off or damaged after " + (left + 1) + " documents\"}");
        assertThat(printed(spool, entry)).containsExactly("{\"damaged\": \"its beginning is damaged\"}");
    }

    private static List<String> printed(Spool spool, SpoolEntry entry) throws IOException {
        StringBuilder out = new StringBuilder();
        spool.print(entry, out);
        return out.toString().lines().toList();
    }

    @Test
    void removalComesBackAsItWas() throws IOException {
        Spool spool = Spool.open(folder, SpoolLimits.DEFAULT);
        SpoolEntry entry = spool.add(removal());
        List<Removal> removals = new ArrayList<>();
        try (SpoolInput in = spool.read(entry)) {
            assertThat(in.header()).isEqualTo(new SpoolHeader(SpoolHeader.Kind.REMOVAL, "", "shop", ""));
            in.each((letter, document) -> removals.add(SpoolHeader.removal(document)));
        }
        assertThat(removals).containsExactly(removal());
    }

    private static Removal removal() {
        return new Removal(
                DeletionPolicy.MARK, List.of("a", "b"), "jenkins-1", "shop", Instant.parse("2026-03-04T05:06:07Z"));
    }

    private static List<Document> read(Spool spool, SpoolEntry entry) throws IOException {
        List<Document> documents = new ArrayList<>();
        try (SpoolInput in = spool.read(entry)) {
            in.header();
            in.each((letter, document) -> documents.add(document.decode(new DocumentCodec())));
        }
        return documents;
    }

    private static List<Document> made(ArchivedResult result) {
        List<Document> documents = new ArrayList<>();
        new ResultDocuments(result, ALL)
                .<RuntimeException>each((part, document) ->
                        documents.add(new RawBsonDocument(document, new DocumentCodec()).decode(new DocumentCodec())));
        return documents;
    }

    private List<String> files(String sub) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(sub))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
