package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Spools and sends one result of many leaks, none of which it keeps: {@code FOLDER URI LEAKS}. It prints the outcome. */
final class MemoryProcess {
    private MemoryProcess() {}

    /** A result of so many leaks that are made while they are asked for. */
    static ResultDocuments documents(int build, int leaks) {
        ArchivedResult result = ArchivedResults.result(
                new BuildTag("shop", "4.5.0", String.valueOf(build)), String.valueOf(build), List.of());
        Iterable<Finding> findings = () -> {
            Iterator<Finding> made = IntStream.rangeClosed(1, leaks)
                    .mapToObj(line -> ArchivedResults.finding(LeakKind.NEVER_CLOSED, line))
                    .iterator();
            return made;
        };
        return new ResultDocuments(result, findings, DocumentOptions.DEFAULT);
    }

    public static void main(String[] args) throws Exception {
        Spool spool = Spool.open(Path.of(args[0]), SpoolLimits.DEFAULT);
        try (MongoArchive archive = MongoArchive.open(MongoSettings.of(args[1]));
                SpoolWriter writer =
                        new SpoolWriter(spool, () -> Optional.of(archive), Backoff.DEFAULT, new Random())) {
            writer.start();
            SpoolEntry entry = writer.add(documents(1, Integer.parseInt(args[2])));
            System.out.println(writer.await(entry, Duration.ofMinutes(10)));
        }
    }
}
