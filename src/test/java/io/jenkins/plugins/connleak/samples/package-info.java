@org.jspecify.annotations.NullMarked
package io.jenkins.plugins.connleak.samples;
