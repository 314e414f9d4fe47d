/** The global configuration and the way to the archive. */
@NullMarked
package io.jenkins.plugins.connleak.plugin.config;

import org.jspecify.annotations.NullMarked;
