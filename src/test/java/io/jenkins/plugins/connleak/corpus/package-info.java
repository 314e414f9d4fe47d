/** The flow analysis' own test suite: Java files whose line ends say what leaks. */
@NullMarked
package io.jenkins.plugins.connleak.corpus;

import org.jspecify.annotations.NullMarked;
