package io.jenkins.plugins.connleak.core.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final byte[] CONTENT = "what was found".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path temp;

    @TempDir
    private Path workshop;

    private CacheFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new CacheFolder(temp, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void deletesWhatHasNotBeenUsedForLong() throws Exception {
        Path forgotten = kept("forgotten", CacheFolder.KEPT_UNUSED.plusSeconds(1));
        Path remembered = kept("remembered", CacheFolder.KEPT_UNUSED);
        CacheFile own = folder.file("scan", "own");
        own.write(CONTENT);

        folder.use(own);

        assertThat(files()).containsExactlyInAnyOrder(remembered, own.path());
        assertThat(forgotten).doesNotExist();
    }

    @Test
    void keepsAnOldFileThatIsInUseAndNotesThat() throws Exception {
        Path own = kept("own", Duration.ofDays(400));

        folder.use(folder.file("scan", "own"));

        assertThat(Files.getLastModifiedTime(own).toInstant()).isEqualTo(NOW);
        assertThat(folder.file("scan", "own").read()).hasValue(ByteBuffer.wrap(CONTENT));
    }

    @Test
    void keepsNoMoreThanThoseUsedLast() throws Exception {
        List<Path> kept = new ArrayList<>();
        for (int hours = 1; hours <= CacheFolder.MOST_FILES + 5; hours++) {
            kept.add(kept("key " + hours, Duration.ofHours(hours)));
        }

        folder.use(folder.file("scan", "key 25"));

        List<Path> expected = new ArrayList<>(kept.subList(0, CacheFolder.MOST_FILES - 1));
        expected.add(folder.file("scan", "key 25").path());
        assertThat(files()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void letsBeWhatIsNoCacheFile() throws Exception {
        for (String name : List.of("notes.txt", "a.connleak-cache", "0123456789abcdef.connleak-cache.bak")) {
            aged(Files.writeString(temp.resolve(name), "x"), Duration.ofDays(400));
        }
        aged(Files.createDirectory(temp.resolve("0123456789abcdef.connleak-cache")), Duration.ofDays(400));
        List<Path> before = files();

        folder.use(folder.file("scan", "own"));

        assertThat(files()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void deletesWhatAKilledScanHadBegunAndNotWhatOneIsWriting() throws Exception {
        Path killed = Files.writeString(temp.resolve("new123.connleak-cache.tmp"), "half");
        Path writing = Files.writeString(temp.resolve("new456.connleak-cache.tmp"), "half");
        aged(killed, CacheFolder.LONGEST_WRITE.plusSeconds(1));
        aged(writing, CacheFolder.LONGEST_WRITE);

        folder.use(folder.file("scan", "own"));

        assertThat(files()).containsExactly(writing);
    }

    @Test
    void makesNoFolderToLookInto() throws Exception {
        Path none = temp.resolve("none");

        new CacheFolder(none, Clock.fixed(NOW, ZoneOffset.UTC)).use(folder.file("scan", "own"));

        assertThat(none).doesNotExist();
    }

    @Test
    void letsScansAtTheSameTimeReadAndWriteTheirOwn() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> scans = new ArrayList<>();
            for (int scan = 0; scan < 4; scan++) {
                String key = "scan " + scan;
                scans.add(pool.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        kept("old " + key + i, Duration.ofDays(400));
                        folder.use(folder.file("scan", key));
                        folder.file("scan", key).write(CONTENT);
                        assertThat(folder.file("scan", key).read()).hasValue(ByteBuffer.wrap(CONTENT));
                    }
                    return null;
                }));
            }
            for (Future<?> scan : scans) {
                scan.get();
            }
        } finally {
            pool.shutdownNow();
        }
        folder.use(folder.file("scan", "scan 0"));
        assertThat(files())
                .containsExactlyInAnyOrderElementsOf(Stream.of("scan 0", "scan 1", "scan 2", "scan 3")
                        .map(key -> folder.file("scan", key).path())
                        .toList());
    }

    private Path kept(String key, Duration unused) throws IOException {
        CacheFile made = new CacheFile(Files.createTempDirectory(workshop, "made"), "scan", key);
        made.write(CONTENT);
        aged(made.path(), unused);
        return Files.move(made.path(), folder.file("scan", key).path());
    }

    private static void aged(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.toList();
        }
    }
}
