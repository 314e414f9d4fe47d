@NullMarked
package io.jenkins.plugins.connleak.plugin.actions;

import org.jspecify.annotations.NullMarked;
