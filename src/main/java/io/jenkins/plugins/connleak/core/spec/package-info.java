@NullMarked
package io.jenkins.plugins.connleak.core.spec;

import org.jspecify.annotations.NullMarked;
