package corpus.libraries;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;

/** An enumeration of a directory ends by itself: where it says that there is no more, or fails. */
final class LdapEnumerations {
    List<String> allOk(DirContext context, String filter) throws NamingException {
        List<String> names = new ArrayList<>();
        NamingEnumeration<SearchResult> found = context.search("ou=people", filter, new SearchControls());
        while (found.hasMore()) {
            names.add(found.next().getName());
        }
        return names;
    }

    List<String> withRolesOk(DirContext context, String filter) throws NamingException {
        List<String> names = new ArrayList<>();
        NamingEnumeration<SearchResult> found = context.search("ou=people", filter, new SearchControls());
        while (found.hasMore()) {
            Attributes answer = found.next().getAttributes();
            Attribute roles = answer.get("role");
            // what an answer brought is in memory
            NamingEnumeration<?> all = roles.getAll();
            while (all.hasMore()) {
                names.add(all.next().toString());
            }
        }
        return names;
    }

    String firstBad(DirContext context, String filter) throws NamingException {
        NamingEnumeration<SearchResult> found = context.search("ou=people", filter, new SearchControls()); // LEAK: never-closed
        while (found.hasMore()) {
            return found.next().getName();
        }
        return "";
    }

    void failsInBetweenBad(DirContext context, String filter) throws Exception {
        NamingEnumeration<SearchResult> found = context.search("ou=people", filter, new SearchControls()); // LEAK: never-closed
        while (found.hasMore()) {
            if (found.next().getName().isEmpty()) {
                throw new IllegalStateException("nameless");
            }
        }
    }

    void unreadBad(DirContext context, String filter) throws NamingException {
        NamingEnumeration<SearchResult> found = context.search("ou=people", filter, new SearchControls()); // LEAK: never-closed
        System.out.println(found);
    }
}
