@NullMarked
package io.jenkins.plugins.connleak.core.leak;

import org.jspecify.annotations.NullMarked;
