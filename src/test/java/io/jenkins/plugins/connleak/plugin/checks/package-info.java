@NullMarked
package io.jenkins.plugins.connleak.plugin.checks;

import org.jspecify.annotations.NullMarked;
