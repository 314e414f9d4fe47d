package io.jenkins.plugins.connleak.core.regex;

/**
 * A method that one pass found to leave something open.
 *
 * @param methodLine its first line, from 1; 0 for what stands before the first method of a file
 * @param resource the first acquisition that stayed open
 * @param lastLine line at which the pass noticed: the end of the method or of the loop
 */
record OpenMethod(int methodLine, Opened resource, int lastLine) {}
