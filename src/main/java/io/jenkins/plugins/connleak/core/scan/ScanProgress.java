package io.jenkins.plugins.connleak.core.scan;

/** Is told how a scan goes; called from several threads. */
public interface ScanProgress {
    /** Tells nobody. */
    ScanProgress NONE = new ScanProgress() {};

    /** The files were found; {@code files} is their number. */
    default void started(int files) {}

    /** One more file was looked at; {@code lines} is its number of lines. */
    default void fileDone(int lines) {}

    /** Something about the scan that a person may want to know, and that does not change its result. */
    default void note(String text) {}
}
