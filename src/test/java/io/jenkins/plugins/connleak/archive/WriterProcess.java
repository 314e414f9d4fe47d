package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A process that spools results and sends them, to be killed at any moment: {@code FOLDER URI FIRST COUNT}. It prints the
 * number of each result that the spool has acknowledged, and {@code done} once all are sent.
 */
final class WriterProcess {
    static final DocumentOptions OPTIONS = new DocumentOptions(false, 30);
    static final MongoSettings.Timeouts TIMEOUTS =
            new MongoSettings.Timeouts(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(10));

    private static final int MOST_LEAKS = 40;
    private static final int LARGE = 2_500;

    private WriterProcess() {}

    /** The result of that number: the same in every process. */
    static ArchivedResult result(int number) {
        Random random = new Random(number);
        int leaks = number % 100 == 50 ? LARGE : random.nextInt(MOST_LEAKS);
        List<Finding> findings = new ArrayList<>();
        for (int leak = 0; leak < leaks; leak++) {
            LeakKind kind = LeakKind.values()[random.nextInt(LeakKind.values().length)];
            findings.add(ArchivedResults.finding(kind, 1 + random.nextInt(10_000)));
        }
        String build = String.valueOf(number);
        return ArchivedResults.result(new BuildTag("shop-" + number % 7, "4." + number % 9, build), build, findings);
    }

    public static void main(String[] args) throws Exception {
        Spool spool = Spool.open(Path.of(args[0]), SpoolLimits.DEFAULT);
        MongoArchive archive = MongoArchive.open(MongoSettings.of(args[1]).withTimeouts(TIMEOUTS));
        SpoolWriter writer = new SpoolWriter(
                spool,
                () -> Optional.of(archive),
                new Backoff(Duration.ofMillis(20), Duration.ofMillis(300)),
                new Random());
        writer.start();
        int count = Integer.parseInt(args[3]);
        for (int number = Integer.parseInt(args[2]); number < count; number++) {
            writer.add(result(number), OPTIONS);
            System.out.println(number);
            // About as fast as it is sent, so that a kill meets a queue that is neither empty nor endless.
            while (spool.waiting().size() > 60) {
                Thread.sleep(2);
            }
        }
        while (spool.first().isPresent()) {
            Thread.sleep(5);
        }
        System.out.println("done");
        writer.close();
        archive.close();
    }
}
