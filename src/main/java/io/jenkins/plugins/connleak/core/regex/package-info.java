@NullMarked
package io.jenkins.plugins.connleak.core.regex;

import org.jspecify.annotations.NullMarked;
