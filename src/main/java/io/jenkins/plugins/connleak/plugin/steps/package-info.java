/** The Pipeline step, the freestyle recorder, and what runs on the agent. */
@NullMarked
package io.jenkins.plugins.connleak.plugin.steps;

import org.jspecify.annotations.NullMarked;
