package hudson.util;

@org.kohsuke.stapler.export.ExportedBean
public class ListBoxModel extends java.util.ArrayList<ListBoxModel.Option> implements org.kohsuke.stapler.HttpResponse {
    public static final class Option {}

    public ListBoxModel() {}

    public void add(String displayName, String value) {
        throw new AssertionError("declaration");
    }
}
