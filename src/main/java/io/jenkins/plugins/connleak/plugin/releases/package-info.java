/** A job's releases: their page, what the archive adds to it, and the old service's calls. */
@NullMarked
package io.jenkins.plugins.connleak.plugin.releases;

import org.jspecify.annotations.NullMarked;
