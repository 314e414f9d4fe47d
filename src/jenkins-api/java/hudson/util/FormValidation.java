package hudson.util;

public abstract class FormValidation extends java.io.IOException implements org.kohsuke.stapler.HttpResponse {
    public static FormValidation error(String message) {
        throw new AssertionError("declaration");
    }

    public static FormValidation warning(String message) {
        throw new AssertionError("declaration");
    }

    public static FormValidation ok(String message) {
        throw new AssertionError("declaration");
    }

    public static FormValidation ok() {
        throw new AssertionError("declaration");
    }
}
