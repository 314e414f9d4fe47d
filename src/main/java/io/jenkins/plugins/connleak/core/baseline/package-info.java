@NullMarked
package io.jenkins.plugins.connleak.core.baseline;

import org.jspecify.annotations.NullMarked;
