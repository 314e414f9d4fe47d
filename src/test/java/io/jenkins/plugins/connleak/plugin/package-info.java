@NullMarked
package io.jenkins.plugins.connleak.plugin;

import org.jspecify.annotations.NullMarked;
