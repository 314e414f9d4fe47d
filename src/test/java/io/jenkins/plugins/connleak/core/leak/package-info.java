/** The analysis on texts, without a scan around it. */
@NullMarked
package io.jenkins.plugins.connleak.core.leak;

import org.jspecify.annotations.NullMarked;
