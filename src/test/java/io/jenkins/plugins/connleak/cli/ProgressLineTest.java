package io.jenkins.plugins.connleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();
    private final ProgressLine line =
            new ProgressLine(new PrintStream(printed, true, StandardCharsets.UTF_8), nanos::get);

    @Test
    void saysFilesRateAndTimeLeftAndWipesItselfAway() {
        line.started(4_000);
        for (int file = 0; file < 1_000; file++) {
            line.fileDone(10);
        }
        nanos.set(TimeUnit.SECONDS.toNanos(2));
        line.fileDone(10);
        line.close();

        String last = "1,001 of 4,000 files, 501 files/s, 6 s left";
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r0 of 4,000 files\r" + last + "\r" + " ".repeat(last.length()) + "\r");
    }

    @Test
    void showsTheLastFileAtOnce() {
        line.started(1);
        nanos.set(TimeUnit.MILLISECONDS.toNanos(10));
        line.fileDone(10);

        assertThat(printed.toString(StandardCharsets.UTF_8)).endsWith("\r1 of 1 files, 100 files/s, 0 s left");
    }
}
