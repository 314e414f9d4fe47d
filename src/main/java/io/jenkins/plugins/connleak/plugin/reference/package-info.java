/** What a scan is compared with: the search for a reference, the comparison, and the quality gates. */
@NullMarked
package io.jenkins.plugins.connleak.plugin.reference;

import org.jspecify.annotations.NullMarked;
