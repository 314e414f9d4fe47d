@NullMarked
package io.jenkins.plugins.connleak.core.scan;

import org.jspecify.annotations.NullMarked;
