/** Fixes: which acquisitions a try-with-resources statement can take over without doubt, and the change that does it. */
@NullMarked
package io.jenkins.plugins.connleak.core.fix;

import org.jspecify.annotations.NullMarked;
