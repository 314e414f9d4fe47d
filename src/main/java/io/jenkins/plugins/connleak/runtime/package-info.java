/** Evidence from running programs: what the leak logs of pools and drivers say, and which findings it is about. */
@NullMarked
package io.jenkins.plugins.connleak.runtime;

import org.jspecify.annotations.NullMarked;
