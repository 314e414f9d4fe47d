package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.archive.MongoSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;

/** What one run of the command line answered and printed. */
record CommandLineRun(int code, String out, String err) {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private static final Duration SHORT = Duration.ofMillis(700);

    /** Runs without a terminal. */
    static CommandLineRun run(Object... arguments) {
        return in(Map.of(), false, NOW, arguments);
    }

    /** Runs at that time. */
    static CommandLineRun runAt(Instant now, Object... arguments) {
        return in(Map.of(), false, now, arguments);
    }

    /** Runs on a terminal. */
    static CommandLineRun runOnTerminal(Map<String, String> environment, Object... arguments) {
        return in(environment, true, NOW, arguments);
    }

    /** Runs without a terminal, with those environment variables. */
    static CommandLineRun runWith(Map<String, String> environment, Object... arguments) {
        return in(environment, false, NOW, arguments);
    }

    private static CommandLineRun in(
            Map<String, String> environment, boolean terminal, Instant now, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminal,
                environment,
                Clock.fixed(now, ZoneOffset.UTC),
                new MongoSettings.Timeouts(SHORT, SHORT, SHORT));
        int code = Main.run(
                surroundings, Arrays.stream(arguments).map(CommandLineRun::text).toArray(String[]::new));
        return new CommandLineRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String text(Object argument) {
        return argument instanceof Path path ? path.toString() : String.valueOf(argument);
    }
}
