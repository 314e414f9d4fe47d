package io.jenkins.plugins.connleak.core.flow;

/** Whether a handler takes an exception of some type. */
public enum ExceptionMatch {
    /** It surely does. */
    MUST,
    /** It depends on the exception's exact type. */
    MAY,
    /** It does not. */
    NO
}
