@NullMarked
package io.jenkins.plugins.connleak.plugin.steps;

import org.jspecify.annotations.NullMarked;
