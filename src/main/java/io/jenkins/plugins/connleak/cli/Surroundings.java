package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.archive.MongoSettings;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/**
 * The world around the command line.
 *
 * @param out where results go
 * @param err where messages go
 * @param terminal whether a person is looking at a terminal
 * @param environment environment variables
 * @param clock tells when a scan ends
 * @param timeouts how long is waited for an archive
 */
record Surroundings(
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Map<String, String> environment,
        Clock clock,
        MongoSettings.Timeouts timeouts) {
    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of this process; files and pipes get UTF-8, a terminal what it understands. */
    static Surroundings ofProcess() {
        // Newer platforms have a console even where nobody looks at one; the platform's own class tells.
        System.setProperty("jdk.console", "java.base");
        Console console = System.console();
        Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
        return new Surroundings(
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                console != null,
                System.getenv(),
                Clock.systemUTC(),
                MongoSettings.Timeouts.DEFAULT);
    }

    /** Whether texts may be coloured, see no-color.org. */
    boolean coloured() {
        return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Tells a person something. */
    void say(String message) {
        err.println("connleak: " + message);
    }
}
