package io.jenkins.plugins.connleak.plugin;

import hudson.model.Job;

/** A job to mock: of some type, as every job is. */
public abstract class TestJob extends Job<TestJob, TestRun> {}
