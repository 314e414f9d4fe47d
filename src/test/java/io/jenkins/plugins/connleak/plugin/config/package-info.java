@NullMarked
package io.jenkins.plugins.connleak.plugin.config;

import org.jspecify.annotations.NullMarked;
