package hudson.model;

import org.jspecify.annotations.Nullable;

public interface HealthReportingAction extends Action {
    @Nullable
    HealthReport getBuildHealth();
}
