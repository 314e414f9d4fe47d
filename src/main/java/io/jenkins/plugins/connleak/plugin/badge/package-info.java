/** A small picture with the state of a scan, for read-me files. */
@NullMarked
package io.jenkins.plugins.connleak.plugin.badge;

import org.jspecify.annotations.NullMarked;
