/** The result of a scan as a check of the commit, on the platform that hosts the sources. */
@NullMarked
package io.jenkins.plugins.connleak.plugin.checks;

import org.jspecify.annotations.NullMarked;
