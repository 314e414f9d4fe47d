@NullMarked
package io.jenkins.plugins.connleak.plugin.badge;

import org.jspecify.annotations.NullMarked;
