@NullMarked
package io.jenkins.plugins.connleak.runtime;

import org.jspecify.annotations.NullMarked;
