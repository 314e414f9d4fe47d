@NullMarked
package io.jenkins.plugins.connleak.core.source;

import org.jspecify.annotations.NullMarked;
