/** Input that nobody wrote by hand: files that end anywhere, methods made by a grammar, methods that are too much. */
@org.jspecify.annotations.NullMarked
package io.jenkins.plugins.connleak.robustness;
