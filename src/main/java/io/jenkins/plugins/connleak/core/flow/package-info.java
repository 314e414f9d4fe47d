@NullMarked
package io.jenkins.plugins.connleak.core.flow;

import org.jspecify.annotations.NullMarked;
