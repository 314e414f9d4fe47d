package io.jenkins.plugins.connleak.plugin.overview;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.AbstractBuild;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.actions.ScanId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jenkinsci.plugins.tokenmacro.DataBoundTokenMacro;

/**
 * Figures of a scan for mails and build names, where the Token Macro plugin is installed: {@code ${CONNLEAK_NEW}} or
 * {@code ${CONNLEAK_NEW, id="shop"}}. Empty for a build without that scan.
 */
@Extension(optional = true)
public final class LeakMacro extends DataBoundTokenMacro {
    private static final Map<String, Function<ScanAction, Object>> FIGURES = new TreeMap<>(Map.of(
            "CONNLEAK_TOTAL", ScanAction::getTotal,
            "CONNLEAK_NEW", action -> action.getComparison().getAdded(),
            "CONNLEAK_FIXED", action -> action.getComparison().getFixed(),
            "CONNLEAK_OUTSTANDING", action -> action.getComparison().getOutstanding(),
            "CONNLEAK_DEFINITE", action -> action.getByCertainty().getOrDefault("definite", 0),
            "CONNLEAK_POSSIBLE", action -> action.getByCertainty().getOrDefault("possible", 0),
            "CONNLEAK_SILENCED", ScanAction::getSilenced,
            "CONNLEAK_CONFIRMED", ScanAction::getConfirmed,
            "CONNLEAK_PASSED", ScanAction::isPassed));

    /** Id of the scan. */
    @Parameter
    @SuppressWarnings("VisibilityModifier")
    public String id = ScanId.DEFAULT;

    @Override
    public boolean acceptsMacroName(String macroName) {
        return FIGURES.containsKey(macroName);
    }

    @Override
    public List<String> getAcceptedMacroNames() {
        return List.copyOf(FIGURES.keySet());
    }

    @Override
    public String evaluate(AbstractBuild<?, ?> build, TaskListener listener, String macroName) {
        return figure(build, macroName);
    }

    @Override
    public String evaluate(Run<?, ?> run, FilePath workspace, TaskListener listener, String macroName) {
        return figure(run, macroName);
    }

    private String figure(Run<?, ?> run, String macroName) {
        Function<ScanAction, Object> figure = FIGURES.get(macroName);
        return figure == null
                ? ""
                : run.getActions(ScanAction.class).stream()
                        .filter(action -> action.getId().equals(id))
                        .findFirst()
                        .map(action -> String.valueOf(figure.apply(action)))
                        .orElse("");
    }
}
