/** The job's trend: its index file, its action and its charts. */
@NullMarked
package io.jenkins.plugins.connleak.plugin.trends;

import org.jspecify.annotations.NullMarked;
