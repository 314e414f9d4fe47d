package hudson.model;

@jenkins.security.stapler.StaplerAccessibleType
public interface ModelObject {
    String getDisplayName();
}
