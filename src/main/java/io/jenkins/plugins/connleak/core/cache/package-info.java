/** Values that outlive a scan: a compact binary form of records, and files of them that are whole or not there. */
@NullMarked
package io.jenkins.plugins.connleak.core.cache;

import org.jspecify.annotations.NullMarked;
