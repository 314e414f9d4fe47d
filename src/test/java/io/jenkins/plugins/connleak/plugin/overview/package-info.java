@NullMarked
package io.jenkins.plugins.connleak.plugin.overview;

import org.jspecify.annotations.NullMarked;
