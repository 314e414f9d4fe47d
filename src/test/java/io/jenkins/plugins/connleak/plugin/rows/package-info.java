@NullMarked
package io.jenkins.plugins.connleak.plugin.rows;

import org.jspecify.annotations.NullMarked;
