package io.jenkins.plugins.connleak.core.cache;

/** What was kept can't be what was written: it has to be made anew. */
public final class DamagedCacheException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong with it. */
    public DamagedCacheException(String message) {
        super(message);
    }

    /** Says what is wrong with it, and what showed it. */
    public DamagedCacheException(String message, Throwable cause) {
        super(message, cause);
    }
}
