package corpus.drivers;

import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.InitialLdapContext;

/** A search of a directory holds a connection, the values of an attribute hold none. */
final class DirectoryContexts {
    int searchBad() throws NamingException {
        int found = 0;
        InitialLdapContext directory = new InitialLdapContext(); // LEAK: never-closed
        NamingEnumeration<SearchResult> users = directory.search("", "(uid=*)", null);
        while (users.hasMore()) {
            users.next();
            found++;
        }
        return found;
    }

    int controlsAreOnlyKeptOk() throws NamingException {
        InitialLdapContext directory = null;
        try {
            directory = new InitialLdapContext();
            return directory.getEnvironment().size();
        } finally {
            if (directory != null) {
                directory.setRequestControls(null);
                directory.close();
            }
        }
    }

    int valuesOk(Attribute members) throws NamingException {
        int found = 0;
        NamingEnumeration<?> values = members.getAll();
        while (values.hasMore()) {
            values.next();
            found++;
        }
        values.close();
        return found;
    }
}
