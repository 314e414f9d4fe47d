@NullMarked
package io.jenkins.plugins.connleak.core.model;

import org.jspecify.annotations.NullMarked;
