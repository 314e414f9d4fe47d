@NullMarked
package io.jenkins.plugins.connleak.plugin.blame;

import org.jspecify.annotations.NullMarked;
