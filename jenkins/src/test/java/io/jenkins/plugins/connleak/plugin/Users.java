package io.jenkins.plugins.connleak.plugin;

import hudson.security.Permission;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** The users of a Jenkins, and what each of them may do; nobody else may do anything. Each one's password is the name. */
final class Users {
    private final MockAuthorizationStrategy strategy = new MockAuthorizationStrategy();

    private Users() {}

    /** From now on that Jenkins knows those users alone that are added to these. */
    static Users of(JenkinsRule rule) {
        Users users = new Users();
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(users.strategy);
        return users;
    }

    /** Adds a user who may do that everywhere. */
    Users with(String name, Permission... may) {
        strategy.grant(may).everywhere().to(name);
        return this;
    }
}
