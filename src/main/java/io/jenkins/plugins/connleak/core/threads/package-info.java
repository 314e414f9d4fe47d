@NullMarked
package io.jenkins.plugins.connleak.core.threads;

import org.jspecify.annotations.NullMarked;
