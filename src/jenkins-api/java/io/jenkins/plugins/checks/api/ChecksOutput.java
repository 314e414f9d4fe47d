package io.jenkins.plugins.checks.api;

public class ChecksOutput {
    public static class ChecksOutputBuilder {
        public ChecksOutputBuilder() {}

        public ChecksOutputBuilder withTitle(String title) {
            throw new AssertionError("declaration");
        }

        public ChecksOutputBuilder withSummary(String summary) {
            throw new AssertionError("declaration");
        }

        public ChecksOutputBuilder withText(String text) {
            throw new AssertionError("declaration");
        }

        public ChecksOutputBuilder withAnnotations(java.util.List<ChecksAnnotation> annotations) {
            throw new AssertionError("declaration");
        }

        public ChecksOutput build() {
            throw new AssertionError("declaration");
        }
    }
}
