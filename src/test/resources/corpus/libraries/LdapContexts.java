package corpus.libraries;

import java.util.Hashtable;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.LdapContext;

/** Contexts of a directory, and what a search leaves open. */
final class LdapContexts {
    boolean bindOk(Hashtable<String, String> environment) throws NamingException {
        DirContext context = new InitialDirContext(environment);
        try {
            return context.getAttributes("").size() > 0;
        } finally {
            context.close();
        }
    }

    boolean bindBad(Hashtable<String, String> environment) throws NamingException {
        DirContext context = new InitialDirContext(environment); // LEAK: never-closed
        return context.getAttributes("").size() > 0;
    }

    String searchOk(DirContext context, String filter) throws NamingException {
        NamingEnumeration<SearchResult> found = context.search("ou=people", filter, new SearchControls());
        try {
            return found.hasMore() ? found.next().getName() : "";
        } finally {
            found.close();
        }
    }

    String searchBad(DirContext context, String filter) throws NamingException {
        NamingEnumeration<SearchResult> found = context.search("ou=people", filter, new SearchControls()); // LEAK: never-closed
        return found.hasMore() ? found.next().getName() : "";
    }

    void pagedBad(Hashtable<String, String> environment) throws NamingException {
        LdapContext context = new InitialLdapContext(environment, null); // LEAK: not-closed-on-exception
        context.reconnect(null);
        context.close();
    }
}
