/** Reports as text, legacy text, JSON, SARIF and HTML; the JSON and the legacy text are read back too. */
@NullMarked
package io.jenkins.plugins.connleak.core.export;

import org.jspecify.annotations.NullMarked;
