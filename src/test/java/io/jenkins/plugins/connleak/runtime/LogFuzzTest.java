package io.jenkins.plugins.connleak.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Logs that are cut, mixed and damaged: nothing is thrown, nothing is made up, and nothing grows. */
class LogFuzzTest {
    private static final int ROUNDS = Integer.getInteger("connleak.fuzzRounds", 300);

    @Test
    void survivesDamagedLogs() throws Exception {
        List<byte[]> logs = logs();
        Random random = new Random(20261121);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damaged(logs, random);
            EvidenceReader reader = new EvidenceReader(EvidenceLimits.DEFAULT);
            reader.read("round-" + round, () -> new ByteArrayInputStream(damaged));
            EvidenceLog log = reader.result();
            assertThat(log.totals().leaks()).as("round %d", round).isBetween(0, damaged.length / 20);
            assertThat(log.leaks())
                    .as("round %d", round)
                    .allSatisfy(site -> assertThat(site.sightings().count()).isPositive());
        }
    }

    /** Lines of other programs between the reports change nothing. */
    @Test
    void findsTheSameInLogsOneAfterTheOther() throws Exception {
        List<String> names = ExpectedLogs.names();
        EvidenceReader alone = new EvidenceReader(EvidenceLimits.DEFAULT);
        for (String name : names) {
            alone.read(name, () -> ExpectedLogs.open(name));
        }
        EvidenceReader again = new EvidenceReader(EvidenceLimits.DEFAULT);
        List<String> turned = new ArrayList<>(names);
        Collections.reverse(turned);
        for (String name : turned) {
            again.read(name, () -> ExpectedLogs.open(name));
        }
        assertThat(again.result()).isEqualTo(alone.result());
    }

    @Test
    void namesNoPlaceThatTheLogsDoNotName() throws Exception {
        Set<String> known = new HashSet<>();
        StringBuilder all = new StringBuilder();
        for (byte[] log : logs()) {
            all.append(LogLayout.plain(new String(log, StandardCharsets.UTF_8)));
        }
        String text = all.toString().replace("$$SpringCGLIB$$0", "").replaceAll("\\$\\$EnhancerBy\\w+\\$\\$\\w+", "");
        Random random = new Random(42);
        List<byte[]> logs = logs();
        for (int round = 0; round < ROUNDS / 3; round++) {
            byte[] mixed = shuffledBlocks(logs, random);
            EvidenceReader reader = new EvidenceReader(EvidenceLimits.DEFAULT);
            reader.read("round-" + round, () -> new ByteArrayInputStream(mixed));
            for (EvidenceSite site : reader.result().leaks()) {
                site.frames().stream()
                        .filter(frame -> frame.file().endsWith(".java"))
                        .forEach(frame -> known.add(frame.text()));
            }
        }
        assertThat(known).hasSizeGreaterThan(10).allSatisfy(frame -> assertThat(text)
                .contains(frame));
    }

    @Test
    void keepsNoMoreStacksThanItMay() throws Exception {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            log.append("WARNING: Leak detected: Connection.close() was not called\n")
                    .append("java.lang.Throwable: Connection was created at this point:\n")
                    .append("\tat com.example.A.run(A.java:" + (i + 1) + ")\n");
        }
        byte[] bytes = log.toString().getBytes(StandardCharsets.UTF_8);
        EvidenceReader reader = new EvidenceReader(new EvidenceLimits(2, 1 << 20, 10));
        reader.read("a.log", () -> new ByteArrayInputStream(bytes));
        reader.read("b.log", () -> new ByteArrayInputStream(bytes));
        reader.read("c.log", () -> new ByteArrayInputStream(bytes));
        EvidenceLog result = reader.result();
        assertThat(result.leaks()).hasSize(10);
        assertThat(result.totals().files()).isEqualTo(2);
        assertThat(result.totals().leaks()).isEqualTo(100);
        assertThat(result.problems())
                .extracting(problem -> problem.message())
                .containsExactly(
                        "There are more than 2 logs of running programs; 1 were not read. Select fewer.",
                        "The logs of running programs hold more than 10 different stacks; further ones were left out."
                                + " Give fewer logs.");
    }

    @Test
    void stopsAtTheLimitOfBytes() throws Exception {
        byte[] bytes = "x\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        EvidenceReader reader = new EvidenceReader(new EvidenceLimits(2, 100, 10));
        reader.read("a.log", () -> new ByteArrayInputStream(bytes));
        reader.read("b.log", () -> new ByteArrayInputStream(Arrays.copyOf(bytes, 100)));
        assertThat(reader.result().problems())
                .extracting(problem -> problem.file() + ": " + problem.message())
                .containsExactly("a.log: Only the first 100 bytes of this log were read. Give a shorter one.");
    }

    @Test
    void tellsOfLogsThatCanNotBeRead() throws Exception {
        EvidenceReader reader = new EvidenceReader(EvidenceLimits.DEFAULT);
        reader.read("gone.log", () -> {
            throw new NoSuchFileException("gone.log");
        });
        reader.read("cut.gz", () -> new ByteArrayInputStream(new byte[] {0x1f, (byte) 0x8b, 8, 0}));
        assertThat(reader.result().problems())
                .extracting(problem -> problem.file() + " " + problem.kind().id())
                .containsExactly("gone.log unreadable", "cut.gz unreadable");
    }

    @Test
    void stopsWhenInterrupted() {
        byte[] bytes = "x\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        EvidenceReader reader = new EvidenceReader(EvidenceLimits.DEFAULT);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> reader.read("a.log", () -> new ByteArrayInputStream(bytes)))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static List<byte[]> logs() throws Exception {
        List<byte[]> logs = new ArrayList<>();
        for (String name : ExpectedLogs.names()) {
            try (InputStream in = ExpectedLogs.open(name)) {
                logs.add(in.readAllBytes());
            }
        }
        return logs;
    }

    private static byte[] damaged(List<byte[]> logs, Random random) {
        byte[] log = logs.get(random.nextInt(logs.size())).clone();
        int from = random.nextInt(log.length);
        byte[] cut = Arrays.copyOfRange(log, from, from + random.nextInt(log.length - from));
        int changes = random.nextInt(50);
        for (int i = 0; i < changes && cut.length > 0; i++) {
            byte[] favourites = "\n\r\t\u001b{}[]()|: \"\\".getBytes(StandardCharsets.UTF_8);
            boolean isAny = random.nextBoolean();
            cut[random.nextInt(cut.length)] =
                    isAny ? (byte) random.nextInt(256) : favourites[random.nextInt(favourites.length)];
        }
        return cut;
    }

    private static byte[] shuffledBlocks(List<byte[]> logs, Random random) {
        StringBuilder mixed = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String text = new String(logs.get(random.nextInt(logs.size())), StandardCharsets.UTF_8);
            int from = text.indexOf('\n', random.nextInt(text.length()));
            int to = from < 0 ? -1 : text.indexOf('\n', Math.min(text.length(), from + random.nextInt(3_000)));
            if (from >= 0 && to > from) {
                mixed.append(text, from + 1, to + 1);
            }
        }
        return mixed.toString().getBytes(StandardCharsets.UTF_8);
    }
}
