package com.cloudbees.plugins.credentials.common;

public abstract class AbstractIdCredentialsListBoxModel<
                T extends AbstractIdCredentialsListBoxModel<T, C>, C extends IdCredentials>
        extends hudson.util.ListBoxModel {
    public AbstractIdCredentialsListBoxModel<T, C> includeEmptyValue() {
        throw new AssertionError("declaration");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeAs(
            org.springframework.security.core.Authentication authentication,
            hudson.model.ItemGroup context,
            Class<? extends C> type,
            java.util.List<com.cloudbees.plugins.credentials.domains.DomainRequirement> domainRequirements) {
        throw new AssertionError("declaration");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeCurrentValue(String value) {
        throw new AssertionError("declaration");
    }
}
