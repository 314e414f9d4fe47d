/** The build action, its pages and the remote API. */
@NullMarked
package io.jenkins.plugins.connleak.plugin.actions;

import org.jspecify.annotations.NullMarked;
