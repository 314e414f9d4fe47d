package com.cloudbees.plugins.credentials.domains;

import org.jspecify.annotations.Nullable;

public class URIRequirementBuilder {
    public static URIRequirementBuilder fromUri(@Nullable String uri) {
        throw new AssertionError("declaration");
    }

    public java.util.List<DomainRequirement> build() {
        throw new AssertionError("declaration");
    }
}
