package io.jenkins.plugins.connleak.plugin;

import java.util.Arrays;
import java.util.List;
import org.htmlunit.HttpMethod;

/**
 * One address of the plugin and what it answers to whom.
 *
 * @param members the web methods, objects and pages that it goes through, as {@link WebSurface} names them
 * @param method how it is asked
 * @param path below Jenkins' root
 * @param type of the request's body; empty for a form
 * @param body of the request
 * @param expected the answers to {@link #USERS}
 * @param secret what only those get who are answered in full; empty if the status says it all
 * @param knowers how many of the users, counted from the last, get it
 */
record Address(
        List<String> members,
        HttpMethod method,
        String path,
        String type,
        String body,
        List<Integer> expected,
        String secret,
        int knowers) {
    /** Who asks, from the least to the most powerful. */
    static final List<String> USERS = List.of("anonymous", "reader", "configurer", "admin");

    static Address get(String path, String... members) {
        return new Address(List.of(members), HttpMethod.GET, path, "", "", List.of(), "", 0);
    }

    static Address post(String path, String... members) {
        return new Address(List.of(members), HttpMethod.POST, path, "", "", List.of(), "", 0);
    }

    Address sends(String bodyType, String text) {
        return new Address(members, method, path, bodyType, text, expected, secret, knowers);
    }

    /** The status that anonymous users, readers, configurers and administrators get. */
    Address answers(Integer... status) {
        return new Address(members, method, path, type, body, Arrays.asList(status), secret, knowers);
    }

    /** The last {@code count} of the users get this text, and no other does. */
    Address tells(String text, int count) {
        return new Address(members, method, path, type, body, expected, text, count);
    }

    boolean tells(int user) {
        return user >= USERS.size() - knowers;
    }
}
