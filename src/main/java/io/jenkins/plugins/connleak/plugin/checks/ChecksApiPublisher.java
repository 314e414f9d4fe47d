package io.jenkins.plugins.connleak.plugin.checks;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.checks.api.ChecksAnnotation;
import io.jenkins.plugins.checks.api.ChecksAnnotation.ChecksAnnotationBuilder;
import io.jenkins.plugins.checks.api.ChecksAnnotation.ChecksAnnotationLevel;
import io.jenkins.plugins.checks.api.ChecksConclusion;
import io.jenkins.plugins.checks.api.ChecksDetails.ChecksDetailsBuilder;
import io.jenkins.plugins.checks.api.ChecksOutput.ChecksOutputBuilder;
import io.jenkins.plugins.checks.api.ChecksPublisher;
import io.jenkins.plugins.checks.api.ChecksPublisher.NullChecksPublisher;
import io.jenkins.plugins.checks.api.ChecksPublisherFactory;
import io.jenkins.plugins.checks.api.ChecksStatus;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;

/**
 * Publishes by the Checks API plugin, where it is installed and one of its implementations knows the build's sources; a build of
 * other sources is passed over in silence. No other class of ours knows that plugin's.
 */
@Extension(optional = true)
public final class ChecksApiPublisher extends CheckPublisher {
    @Override
    protected void publish(ScanCheck check, String path, Run<?, ?> run, TaskListener listener) {
        ChecksPublisher publisher = ChecksPublisherFactory.fromRun(run, listener);
        if (publisher instanceof NullChecksPublisher) {
            return;
        }
        ChecksDetailsBuilder details = new ChecksDetailsBuilder()
                .withName(check.name())
                .withStatus(ChecksStatus.COMPLETED)
                .withConclusion(conclusion(check.conclusion()))
                .withOutput(new ChecksOutputBuilder()
                        .withTitle(check.title())
                        .withSummary(check.summary())
                        .withText(check.text())
                        .withAnnotations(check.notes().stream()
                                .map(ChecksApiPublisher::annotation)
                                .toList())
                        .build());
        String address = new JenkinsFacade().absoluteUrl(path);
        if (!address.isEmpty()) {
            details.withDetailsURL(address);
        }
        publisher.publish(details.build());
    }

    private static ChecksConclusion conclusion(ScanCheck.Conclusion conclusion) {
        return switch (conclusion) {
            case SUCCESS -> ChecksConclusion.SUCCESS;
            case NEUTRAL -> ChecksConclusion.NEUTRAL;
            case FAILURE -> ChecksConclusion.FAILURE;
        };
    }

    private static ChecksAnnotation annotation(CheckNote note) {
        return new ChecksAnnotationBuilder()
                .withPath(note.file())
                .withLine(note.line())
                .withAnnotationLevel(note.definite() ? ChecksAnnotationLevel.WARNING : ChecksAnnotationLevel.NOTICE)
                .withTitle(note.title())
                .withMessage(note.message())
                .withRawDetails(note.details())
                .build();
    }
}
