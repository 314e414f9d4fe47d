package io.jenkins.plugins.connleak.runtime;

/**
 * A place in a log.
 *
 * @param line number of the line, from 1
 * @param time the latest time that the log gave up to there, as {@code 2026-11-21 00:03:15}; empty if it gave none
 */
record LogPlace(int line, String time) {}
