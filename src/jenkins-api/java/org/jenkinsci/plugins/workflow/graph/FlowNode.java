package org.jenkinsci.plugins.workflow.graph;

@org.kohsuke.stapler.export.ExportedBean
public abstract class FlowNode extends hudson.model.Actionable implements hudson.model.Saveable {}
