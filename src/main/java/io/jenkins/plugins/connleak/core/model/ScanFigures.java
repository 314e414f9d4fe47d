package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;

/**
 * How much was looked at.
 *
 * @param files files selected and read
 * @param parsedFiles files the flow analysis parsed
 * @param lines lines of the files read
 * @param methods methods analysed
 */
public record ScanFigures(int files, int parsedFiles, long lines, int methods) implements Serializable {}
