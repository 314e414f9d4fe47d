@NullMarked
package io.jenkins.plugins.connleak.plugin.reference;

import org.jspecify.annotations.NullMarked;
