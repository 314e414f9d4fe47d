package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * connleak's own report form: all of a {@link ScanReport} as JSON, in UTF-8, {@code "format": 1} first.
 *
 * <p>Equal reports give equal bytes. Strings of more than 20,000 characters are cut; everything else is read back as it
 * was written. Both directions stream: findings are never held as a tree of JSON.
 */
public final class JsonReport {
    /** The version of the form, which changes whenever an older reader could misread a report. */
    public static final int FORMAT = 1;

    private JsonReport() {}

    /** Writes {@code report} and flushes {@code target}, which stays open. */
    public static void write(ScanReport report, OutputStream target) throws IOException {
        JsonReportWriter.write(report, target);
    }

    /**
     * Reads a report; {@code source} stays open.
     *
     * @throws ReportFormatException if it is not JSON, not a report of connleak, of a newer format, cut off, damaged or
     *     beyond the reader's limits (a million findings, 1 GiB)
     * @throws IOException if {@code source} can't be read
     */
    public static ScanReport read(InputStream source) throws IOException {
        return new JsonReportReader().read(source);
    }
}
