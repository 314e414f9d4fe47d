package corpus.libraries;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;

/** Connections to a directory by the UnboundID library. */
final class UnboundIdConnections {
    String entryOk(String host, String name) throws LDAPException {
        try (LDAPConnection connection = new LDAPConnection(host, 389)) {
            return connection.getEntry(name).getDN();
        }
    }

    String entryBad(String host, String name) throws LDAPException {
        LDAPConnection connection = new LDAPConnection(host, 389); // LEAK: never-closed
        return connection.getEntry(name).getDN();
    }

    String pooledOk(LDAPConnectionPool pool, String name) throws LDAPException {
        LDAPConnection connection = pool.getConnection();
        try {
            return connection.getEntry(name).getDN();
        } finally {
            pool.releaseConnection(connection);
        }
    }

    String pooledBad(LDAPConnectionPool pool, String name) throws LDAPException {
        LDAPConnection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        String found = connection.getEntry(name).getDN();
        pool.releaseConnection(connection);
        return found;
    }
}
