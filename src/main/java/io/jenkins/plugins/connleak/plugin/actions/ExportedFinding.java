package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.PathStep;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A leak as the remote API shows it. */
@ExportedBean(defaultVisibility = 999)
public final class ExportedFinding {
    private final Finding finding;

    ExportedFinding(Finding finding) {
        this.finding = finding;
    }

    @Exported
    public String getRule() {
        return finding.rule().id();
    }

    @Exported
    public String getCertainty() {
        return finding.certainty().id();
    }

    @Exported
    public String getKind() {
        return finding.resource().kind().id();
    }

    @Exported
    public String getType() {
        return finding.resource().type();
    }

    @Exported
    public String getVariable() {
        return finding.resource().variable();
    }

    @Exported
    public String getFile() {
        return finding.place().file();
    }

    @Exported
    public int getLine() {
        return finding.place().line();
    }

    @Exported
    public String getPackageName() {
        return finding.place().packageName();
    }

    @Exported
    public String getClassName() {
        return finding.place().className();
    }

    @Exported
    public String getMethod() {
        return finding.place().method();
    }

    @Exported
    public String getMessage() {
        return finding.explanation().message();
    }

    @Exported
    public String getHint() {
        return finding.explanation().hint();
    }

    @Exported
    public String getFingerprint() {
        return finding.fingerprint().exact();
    }

    /** The path on which it stays open. */
    @Exported
    public List<Step> getPath() {
        return finding.explanation().path().stream().map(Step::new).toList();
    }

    /** One step of the path. */
    @ExportedBean(defaultVisibility = 999)
    public static final class Step {
        private final PathStep step;

        Step(PathStep step) {
            this.step = step;
        }

        @Exported
        public String getFile() {
            return step.file();
        }

        @Exported
        public int getLine() {
            return step.line();
        }

        @Exported
        public String getKind() {
            return step.kind().id();
        }

        @Exported
        public String getText() {
            return step.text();
        }
    }
}
