package io.jenkins.plugins.checks.api;

public class ChecksAnnotation {
    public enum ChecksAnnotationLevel {
        NONE,
        NOTICE,
        WARNING,
        FAILURE
    }

    public static class ChecksAnnotationBuilder {
        public ChecksAnnotationBuilder() {}

        public ChecksAnnotationBuilder withPath(String path) {
            throw new AssertionError("declaration");
        }

        public ChecksAnnotationBuilder withLine(int line) {
            throw new AssertionError("declaration");
        }

        public ChecksAnnotationBuilder withAnnotationLevel(ChecksAnnotationLevel level) {
            throw new AssertionError("declaration");
        }

        public ChecksAnnotationBuilder withMessage(String message) {
            throw new AssertionError("declaration");
        }

        public ChecksAnnotationBuilder withTitle(String title) {
            throw new AssertionError("declaration");
        }

        public ChecksAnnotationBuilder withRawDetails(String rawDetails) {
            throw new AssertionError("declaration");
        }

        public ChecksAnnotation build() {
            throw new AssertionError("declaration");
        }
    }
}
