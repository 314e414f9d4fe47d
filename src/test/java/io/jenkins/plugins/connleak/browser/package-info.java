/** The front end in a real browser: the command line's page, and the pages of Jenkins as a small server gives them. */
@NullMarked
package io.jenkins.plugins.connleak.browser;

import org.jspecify.annotations.NullMarked;
