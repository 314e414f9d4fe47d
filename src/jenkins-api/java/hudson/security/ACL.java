package hudson.security;

public abstract class ACL {
    public static final org.springframework.security.core.Authentication SYSTEM2 = hudson.model.Declared.value();
}
