@NullMarked
package io.jenkins.plugins.connleak.plugin.trends;

import org.jspecify.annotations.NullMarked;
