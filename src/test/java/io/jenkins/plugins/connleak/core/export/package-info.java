@NullMarked
package io.jenkins.plugins.connleak.core.export;

import org.jspecify.annotations.NullMarked;
