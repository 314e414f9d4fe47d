package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.ast.CompilationUnit;

/**
 * A file and its syntax tree.
 *
 * @param source the file
 * @param unit its syntax tree
 */
public record ParsedFile(SourceFile source, CompilationUnit unit) {}
