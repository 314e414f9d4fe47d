package io.jenkins.plugins.connleak.plugin.actions;

import hudson.model.ModelObject;
import hudson.model.Run;
import io.jenkins.plugins.connleak.core.export.LeakView;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.Messages;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The page of one leak: what leaks, the path on which it stays open, and, for those who may see the workspace, the
 * source around the path.
 */
public final class LeakPage implements ModelObject {
    private static final Logger LOGGER = Logger.getLogger(LeakPage.class.getName());

    private final ScanAction action;
    private final List<Finding> findings;
    private final LeakIds ids;
    private final int index;
    private final JenkinsFacade jenkins;

    LeakPage(ScanAction action, List<Finding> findings, int index, JenkinsFacade jenkins) {
        this.action = action;
        this.findings = findings;
        this.ids = new LeakIds(findings);
        this.index = index;
        this.jenkins = jenkins;
    }

    @Override
    public String getDisplayName() {
        return Messages.LeakPage_DisplayName(index + 1, findings.size());
    }

    /** The build, under the name by which Jenkins' page frame asks for it. */
    public Run<?, ?> getObject() {
        return action.getRun();
    }

    public ScanAction getAction() {
        return action;
    }

    public LeakRow getLeak() {
        return new LeakRow(finding(), ids.at(index));
    }

    /** Id of the leak before this one in the report; empty if this is the first. */
    public String getPreviousId() {
        return index == 0 ? "" : ids.at(index - 1);
    }

    /** Id of the leak after this one in the report; empty if this is the last. */
    public String getNextId() {
        return index + 1 == findings.size() ? "" : ids.at(index + 1);
    }

    /** Whether the reader may see source. */
    public boolean isSourceAllowed() {
        return jenkins.maySeeSources(action.getRun().getParent());
    }

    /**
     * The leak in full as escaped markup: the path on the source, for those who may see it, and the advice. Lines that
     * can't be read are left out, and the path is still told.
     */
    public String getHtml() {
        return new LeakView(sources()).html(finding(), "leak-" + ids.at(index));
    }

    private List<SourceExcerpt> sources() {
        if (!isSourceAllowed()) {
            return List.of();
        }
        Set<String> files =
                finding().explanation().path().stream().map(PathStep::file).collect(Collectors.toSet());
        try {
            return action.store().readSources(files);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "The sources of " + action.getRun() + " can't be read");
            return List.of();
        }
    }

    private Finding finding() {
        return findings.get(index);
    }
}
