@NullMarked
package io.jenkins.plugins.connleak.cli;

import org.jspecify.annotations.NullMarked;
