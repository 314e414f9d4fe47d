package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.plugin.blame.Blame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A leak as the remote API shows it. */
@ExportedBean(defaultVisibility = 999)
public final class ExportedFinding {
    private final Finding finding;
    private final @Nullable Blame blame;

    ExportedFinding(Finding finding, @Nullable Blame blame) {
        this.finding = finding;
        this.blame = blame;
    }

    /** Who wrote the line of the acquisition; null if that is not known. */
    @Exported
    public @Nullable String getAuthor() {
        return blame == null ? null : blame.author();
    }

    /** The commit of that; null if it is not known. */
    @Exported
    public @Nullable String getCommit() {
        return blame == null ? null : blame.commit();
    }

    /** When it was written, as ISO 8601 in UTC; null if that is not known. */
    @Exported
    public @Nullable String getAuthored() {
        return blame == null ? null : blame.authored();
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

    /** With which stacks running programs leaked it; empty if no log says so. */
    @Exported
    public List<ExportedSite> getEvidence() {
        return finding.explanation()
                .runtimeEvidence()
                .map(confirmation ->
                        confirmation.sites().stream().map(ExportedSite::new).toList())
                .orElse(List.of());
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
