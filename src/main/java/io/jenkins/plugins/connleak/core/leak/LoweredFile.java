package io.jenkins.plugins.connleak.core.leak;

/** What the analysis keeps of a file. */
public record LoweredFile(String path, String note) {}
