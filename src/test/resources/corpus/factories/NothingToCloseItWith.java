package corpus.factories;

import javax.naming.NamingException;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.LdapContext;

/** One of several ways to log in opens something, and what callers get offers nothing to close it with. */
final class NothingToCloseItWith {
    String nameOk(Realm realm) throws NamingException {
        Subject subject = realm.authenticate("me");
        return subject.name();
    }

    /** Who is logged in. */
    interface Subject {
        String name();
    }

    /** Where people are known. */
    interface Realm {
        Subject authenticate(String name) throws NamingException;
    }

    /** A directory. */
    static final class LdapRealm implements Realm {
        @Override
        public Subject authenticate(String name) throws NamingException {
            return new LdapSubject(new InitialLdapContext(null, null), name);
        }
    }

    /** A list. */
    static final class ListRealm implements Realm {
        @Override
        public Subject authenticate(String name) {
            return () -> name;
        }
    }

    /** Somebody of a directory. */
    static final class LdapSubject implements Subject {
        private final LdapContext context;
        private final String name;

        LdapSubject(LdapContext context, String name) {
            this.context = context;
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        void close() throws NamingException {
            context.close();
        }
    }
}
