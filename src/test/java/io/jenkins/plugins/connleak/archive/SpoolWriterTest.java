package io.jenkins.plugins.connleak.archive;

import static io.jenkins.plugins.connleak.archive.ArchivedResults.findings;
import static io.jenkins.plugins.connleak.archive.ArchivedResults.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the writer does with entries, whatever the archive answers; the archive here is a script. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpoolWriterTest {
    private static final Backoff SOON = new Backoff(Duration.ofMillis(1), Duration.ofMillis(4));
    private static final Backoff NEVER = new Backoff(Duration.ofHours(1), Duration.ofHours(1));
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final List<String> attempts = Collections.synchronizedList(new ArrayList<>());
    private final Deque<ArchiveException> script = new ArrayDeque<>();
    private Spool spool;

    @BeforeEach
    void openSpool() throws IOException {
        spool = Spool.open(folder, SpoolLimits.DEFAULT);
    }

    private SpoolWriter writer;

    @AfterEach
    void closeWriter() {
        writer.close();
    }

    @Test
    void sendsInOrderAndForgetsWhatWasSent() throws Exception {
        writer = started(SOON);
        add("1");
        add("2");
        SpoolEntry last = add("3");

        assertThat(writer.await(last, LONG)).isEqualTo(SpoolWriter.Outcome.SENT);

        assertThat(attempts).containsExactly("1 first", "2 first", "3 first");
        assertThat(spool.waiting()).isEmpty();
        assertThat(spool.bytes()).isZero();
        assertThat(writer.status()).isEqualTo(new WriterStatus(3, 0, Optional.empty(), Optional.empty()));
    }

    @Test
    void triesAgainInOrderWhileTheArchiveCannotBeHad() throws Exception {
        fail(ArchiveException.Kind.UNAVAILABLE, 20);
        writer = started(SOON);
        SpoolEntry first = add("1");
        SpoolEntry second = add("2");

        assertThat(writer.await(second, LONG)).isEqualTo(SpoolWriter.Outcome.SENT);

        assertThat(writer.await(first, LONG)).isEqualTo(SpoolWriter.Outcome.SENT);
        List<String> expected = new ArrayList<>(List.of("1 first"));
        expected.addAll(Collections.nCopies(20, "1 again"));
        expected.add("2 first");
        assertThat(attempts).isEqualTo(expected);
    }

    @Test
    void refusedEntryIsLaidAsideAndTheRestGoes() throws Exception {
        fail(ArchiveException.Kind.REFUSED, 1);
        writer = started(SOON);
        SpoolEntry first = add("1");
        SpoolEntry second = add("2");

        assertThat(writer.await(first, LONG)).isEqualTo(SpoolWriter.Outcome.ASIDE);
        assertThat(writer.await(second, LONG)).isEqualTo(SpoolWriter.Outcome.SENT);
        assertThat(spool.reason(first.name())).contains("REFUSED");

        spool.retry(first.name());
        writer.hurry();
        assertThat(writer.await(first, LONG)).isEqualTo(SpoolWriter.Outcome.SENT);
        assertThat(attempts).containsExactly("1 first", "2 first", "1 again");
    }

    @Test
    void entryThatFailsForUnknownReasonsIsLaidAsideAfterSomeAttempts() throws Exception {
        fail(ArchiveException.Kind.UNKNOWN, SpoolWriter.ATTEMPTS);
        writer = started(SOON);
        SpoolEntry first = add("1");

        assertThat(writer.await(first, LONG)).isEqualTo(SpoolWriter.Outcome.ASIDE);
        assertThat(attempts).hasSize(SpoolWriter.ATTEMPTS);
    }

    @Test
    void waitingEndsAfterItsTimeAndTheErrorIsTold() throws Exception {
        fail(ArchiveException.Kind.UNAVAILABLE, 1);
        writer = started(NEVER);
        SpoolEntry first = add("1");

        assertThat(writer.await(first, Duration.ofMillis(300))).isEqualTo(SpoolWriter.Outcome.WAITING);
        WriterStatus status = writer.status();
        assertThat(status.failures()).isEqualTo(1);
        assertThat(status.error().map(WriterStatus.Error::message)).contains("UNAVAILABLE");
        assertThat(status.nextTry()).isPresent();

        writer.hurry();
        assertThat(writer.await(first, LONG)).isEqualTo(SpoolWriter.Outcome.SENT);
    }

    @Test
    void withoutAnArchiveEntriesWait() throws Exception {
        AtomicBoolean configured = new AtomicBoolean();
        writer = new SpoolWriter(
                spool, () -> configured.get() ? Optional.of(target()) : Optional.empty(), SOON, new Random(1));
        writer.start();
        SpoolEntry first = add("1");
        assertThat(writer.await(first, Duration.ofMillis(100))).isEqualTo(SpoolWriter.Outcome.WAITING);

        configured.set(true);
        writer.hurry();
        assertThat(writer.await(first, LONG)).isEqualTo(SpoolWriter.Outcome.SENT);
    }

    @Test
    void entriesOfAnEarlierProcessAreSentAsPerhapsSentBefore() throws Exception {
        spool.add(result(new BuildTag("shop", "", "1"), "1", findings(1)), DocumentOptions.DEFAULT);
        spool = Spool.open(folder, SpoolLimits.DEFAULT);
        writer = started(SOON);

        assertThat(writer.await(spool.waiting().get(0), LONG)).isEqualTo(SpoolWriter.Outcome.SENT);
        assertThat(attempts).containsExactly("1 again");
    }

    @Test
    void closingEndsTheThreadInTheMiddleOfAnEntryWhichStays() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        writer = new SpoolWriter(
                spool,
                () -> Optional.of((ArchiveTarget) (from, entry, again) -> {
                    busy.countDown();
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        throw new ArchiveException("interrupted", e);
                    }
                }),
                SOON,
                new Random(1));
        writer.start();
        SpoolEntry first = add("1");
        busy.await();

        writer.close();

        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
                .doesNotContain("connleak archive writer");
        assertThat(Spool.open(folder, SpoolLimits.DEFAULT).waiting())
                .extracting(SpoolEntry::name)
                .containsExactly(first.name());
    }

    @Test
    void entryWhoseFileIsDamagedIsLaidAside() throws Exception {
        SpoolEntry entry = spool.add(result(new BuildTag("shop", "", "1"), "1", findings(1)), DocumentOptions.DEFAULT);
        Files.write(folder.resolve("queue").resolve(entry.name() + ".spool"), new byte[] {1, 2, 3});
        MongoArchive archive = MongoArchive.open(MongoSettings.of("mongodb://127.0.0.1:1"));
        try (archive) {
            writer = new SpoolWriter(spool, () -> Optional.of(archive), SOON, new Random(1));
            writer.start();

            assertThat(writer.await(entry, LONG)).isEqualTo(SpoolWriter.Outcome.ASIDE);
            assertThat(spool.reason(entry.name()).orElseThrow())
                    .startsWith("Its file in the spool can't be used: its beginning is damaged");
        }
    }

    private SpoolWriter started(Backoff backoff) {
        SpoolWriter made = new SpoolWriter(spool, () -> Optional.of(target()), backoff, new Random(1));
        made.start();
        return made;
    }

    private ArchiveTarget target() {
        return (from, entry, again) -> {
            try {
                attempts.add(from.header(entry).label().replaceAll(" .*", "") + (again ? " again" : " first"));
            } catch (IOException e) {
                throw new ArchiveException("unreadable", e);
            }
            synchronized (script) {
                if (!script.isEmpty()) {
                    throw script.remove();
                }
            }
        };
    }

    private void fail(ArchiveException.Kind kind, int times) {
        synchronized (script) {
            for (int time = 0; time < times; time++) {
                script.add(new ArchiveException(kind.name(), kind));
            }
        }
    }

    private SpoolEntry add(String build) throws IOException {
        return writer.add(result(new BuildTag("shop", "", build), build, findings(1)), DocumentOptions.DEFAULT);
    }
}
