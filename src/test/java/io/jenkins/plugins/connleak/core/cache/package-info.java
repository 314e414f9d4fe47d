@NullMarked
package io.jenkins.plugins.connleak.core.cache;

import org.jspecify.annotations.NullMarked;
