package io.jenkins.plugins.checks.api;

public class ChecksDetails {
    public static class ChecksDetailsBuilder {
        public ChecksDetailsBuilder() {}

        public ChecksDetailsBuilder withName(String name) {
            throw new AssertionError("declaration");
        }

        public ChecksDetailsBuilder withStatus(ChecksStatus status) {
            throw new AssertionError("declaration");
        }

        public ChecksDetailsBuilder withDetailsURL(String detailsURL) {
            throw new AssertionError("declaration");
        }

        public ChecksDetailsBuilder withConclusion(ChecksConclusion conclusion) {
            throw new AssertionError("declaration");
        }

        public ChecksDetailsBuilder withOutput(ChecksOutput output) {
            throw new AssertionError("declaration");
        }

        public ChecksDetails build() {
            throw new AssertionError("declaration");
        }
    }
}
