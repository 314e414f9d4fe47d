@NullMarked
package io.jenkins.plugins.connleak.archive;

import org.jspecify.annotations.NullMarked;
