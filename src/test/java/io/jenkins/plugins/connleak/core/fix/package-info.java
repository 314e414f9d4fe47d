@NullMarked
package io.jenkins.plugins.connleak.core.fix;

import org.jspecify.annotations.NullMarked;
