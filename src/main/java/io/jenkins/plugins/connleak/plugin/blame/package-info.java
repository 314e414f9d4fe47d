/** Who wrote the lines at which resources are acquired, as git tells where the sources are. */
@NullMarked
package io.jenkins.plugins.connleak.plugin.blame;

import org.jspecify.annotations.NullMarked;
