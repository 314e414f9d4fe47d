package io.jenkins.plugins.connleak.plugin.steps;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Map;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.jspecify.annotations.Nullable;

/**
 * Runs the scan of a Pipeline step off the Pipeline's own thread. It does not survive a restart of the controller; the
 * step fails then, with a text that says how to have it tried again.
 */
final class ScanStepExecution extends SynchronousNonBlockingStepExecution<Map<String, Object>> {
    private static final long serialVersionUID = 1L;

    private final ScanParameters parameters;

    ScanStepExecution(StepContext context, ScanParameters parameters) {
        super(context);
        this.parameters = parameters;
    }

    @Override
    protected Map<String, Object> run() throws Exception {
        return new BuildScan(
                        required(Run.class),
                        required(FilePath.class),
                        required(EnvVars.class),
                        required(TaskListener.class),
                        this::mark)
                .perform(parameters);
    }

    private void mark(Result result, String reason) throws IOException, InterruptedException {
        @Nullable FlowNode node = getContext().get(FlowNode.class);
        if (node != null) {
            node.addOrReplaceAction(new WarningAction(result).withMessage(reason));
        }
    }

    private <T> T required(Class<T> type) throws IOException, InterruptedException, MissingContextVariableException {
        @Nullable T value = getContext().get(type);
        if (value == null) {
            throw new MissingContextVariableException(type, null);
        }
        return value;
    }
}
