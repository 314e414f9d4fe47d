/** The rows of a report's tables: an index beside the report, from which pages sort, filter and take a page at a time. */
@NullMarked
package io.jenkins.plugins.connleak.plugin.rows;

import org.jspecify.annotations.NullMarked;
