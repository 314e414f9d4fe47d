package com.cloudbees.plugins.credentials;

import org.jspecify.annotations.Nullable;

public abstract class CredentialsProvider extends hudson.model.Descriptor<CredentialsProvider>
        implements hudson.ExtensionPoint, hudson.model.Describable<CredentialsProvider> {
    public static <C extends com.cloudbees.plugins.credentials.common.IdCredentials> @Nullable
            C findCredentialByIdInItemGroup(
                    String id,
                    Class<C> type,
                    hudson.model.@Nullable ItemGroup<?> itemGroup,
                    org.springframework.security.core.@Nullable Authentication authentication,
                    java.util.@Nullable List<com.cloudbees.plugins.credentials.domains.DomainRequirement>
                            domainRequirements) {
        throw new AssertionError("declaration");
    }

    public static <C extends Credentials> @Nullable C track(hudson.model.Run build, @Nullable C credentials) {
        throw new AssertionError("declaration");
    }
}
