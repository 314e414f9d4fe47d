package io.jenkins.plugins.connleak.core.regex;

import org.jspecify.annotations.Nullable;

/**
 * An acquisition that was seen.
 *
 * @param variable what group 1 of the acquisition pattern matched; null where the group had no part in the match
 * @param line line of the acquisition, from 1
 */
record Opened(@Nullable String variable, int line) {}
