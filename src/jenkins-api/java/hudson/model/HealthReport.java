package hudson.model;

@org.kohsuke.stapler.export.ExportedBean(defaultVisibility = 2)
public class HealthReport implements java.io.Serializable, Comparable<HealthReport> {
    public HealthReport(int score, org.jvnet.localizer.Localizable description) {
        throw new AssertionError("declaration");
    }

    public int getScore() {
        throw new AssertionError("declaration");
    }

    public int compareTo(HealthReport o) {
        throw new AssertionError("declaration");
    }
}
