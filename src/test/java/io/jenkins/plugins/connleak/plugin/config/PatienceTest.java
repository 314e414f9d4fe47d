package io.jenkins.plugins.connleak.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.connleak.archive.ArchiveException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void waitsForTheEnd() throws Exception {
        AtomicBoolean done = new AtomicBoolean();

        Patience.within(Duration.ofMinutes(1), () -> done.set(true));

        assertThat(done).isTrue();
    }

    @Test
    void passesOnWhatTheArchiveSays() {
        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> Patience.within(Duration.ofMinutes(1), () -> {
                    throw new ArchiveException("no server");
                }))
                .withMessage("no server");
    }

    @Test
    void interruptsARequestThatDoesNotEnd() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> Patience.within(Duration.ofMillis(1), () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                }))
                .withMessageStartingWith("The archive did not answer within 0 seconds.");
        interrupted.await();
    }

    @Test
    void tellsAnErrorOfOursFromOneOfTheServer() {
        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> Patience.within(Duration.ofMinutes(1), () -> {
                    throw new IllegalStateException("oops");
                }))
                .withMessageContaining("because of an error in connleak");
    }
}
