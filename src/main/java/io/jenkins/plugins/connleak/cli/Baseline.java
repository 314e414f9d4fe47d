package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.core.baseline.Delta;
import io.jenkins.plugins.connleak.core.baseline.ReferenceReport;
import io.jenkins.plugins.connleak.core.export.JsonReport;
import io.jenkins.plugins.connleak.core.export.ReportFormatException;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.model.Finding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The file that {@code --baseline} names.
 *
 * @param name the file as given
 * @param reference the leaks in it
 */
record Baseline(String name, ReferenceReport reference) {
    /** Reads a report that {@code --json} wrote. */
    static Baseline read(String file) throws ConfigurationException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
            return new Baseline(file, ReferenceReport.of(JsonReport.read(in)));
        } catch (ReportFormatException e) {
            throw new ConfigurationException(
                    "--baseline " + file + " can't be used: " + e.getMessage() + "; name a file that --json wrote", e);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(
                    "--baseline " + file + " does not exist; name a file that --json wrote", e);
        } catch (AccessDeniedException e) {
            throw new ConfigurationException("--baseline " + file + " can't be read; check its permissions", e);
        } catch (IOException | InvalidPathException e) {
            throw new ConfigurationException("--baseline " + file + " can't be read; name a file that --json wrote", e);
        }
    }

    /** Prints what came and went: a line per new leak, then the figures. */
    void print(Delta delta, PrintStream out) {
        for (Finding each : delta.added()) {
            out.print("new: " + each.place().file() + ":" + each.place().line() + ": ["
                    + each.rule().id() + "]\n");
        }
        out.print("Compared with " + name + ": " + delta.added().size() + " new, "
                + delta.outstanding().size() + " outstanding, " + delta.fixed().size() + " fixed\n");
    }
}
