package io.jenkins.plugins.connleak.plugin;

import hudson.model.Run;

/** A build of a {@link TestJob} to mock. */
public abstract class TestRun extends Run<TestJob, TestRun> {}
