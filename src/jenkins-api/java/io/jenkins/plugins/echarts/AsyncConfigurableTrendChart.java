package io.jenkins.plugins.echarts;

public interface AsyncConfigurableTrendChart {
    @org.kohsuke.stapler.bind.JavaScriptMethod
    String getConfigurableBuildTrendModel(String configuration);

    boolean isTrendVisible();
}
