/** What other pages and plugins show of the scans: a column of views, the worst jobs of a view, macros for mails. */
@NullMarked
package io.jenkins.plugins.connleak.plugin.overview;

import org.jspecify.annotations.NullMarked;
