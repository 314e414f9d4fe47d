package io.jenkins.plugins.connleak.cli;

/**
 * What the command line answers. Where several hold, the first of this order is given: {@link #USAGE}, {@link #SCAN},
 * {@link #GATE}, {@link #ARCHIVE}: a failed gate is the verdict on the sources and outweighs an archive that is down.
 */
final class ExitCode {
    /** Done, and the gate passed. */
    static final int DONE = 0;
    /** Done, and the gate failed. */
    static final int GATE = 1;
    /** The command line, or a file that it names, can't be used. */
    static final int USAGE = 2;
    /** What was asked for could not be done, or its results could not be written. */
    static final int SCAN = 3;
    /** The archive could not be written or read; everything else is done, and the gate passed. */
    static final int ARCHIVE = 4;

    static final String HEADING = "%nExit codes:%n";
    static final String DONE_HELP = " 0:done, and the gate passed";
    static final String GATE_HELP = " 1:done, and the gate failed (--fail-on)";
    static final String USAGE_HELP = " 2:wrong usage, or a configuration file that can't be used";
    static final String SCAN_HELP =
            " 3:the scan could not be done (a DIR that does not exist, say), or its results could not be written";
    static final String COMPARE_HELP =
            " 3:there is nothing to compare, or too much to choose from, or results could not be written";
    static final String IMPORT_HELP = " 3:a LOG is missing, or is not a whole leak log; nothing was archived";
    static final String ARCHIVE_HELP =
            " 4:the archive could not be written or read; all else is done, and the gate passed";

    private ExitCode() {}
}
