/** The making of graphs and what is computed on them. */
@NullMarked
package io.jenkins.plugins.connleak.core.flow;

import org.jspecify.annotations.NullMarked;
