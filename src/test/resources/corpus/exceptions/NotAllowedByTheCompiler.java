package corpus.exceptions;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.ldap.client.api.LdapNetworkConnection;

/** A checked exception that a method neither catches nor declares is not thrown, whatever the catalog says of a library. */
final class NotAllowedByTheCompiler {
    LdapNetworkConnection boundOk(String host, int port) {
        return bound(new LdapNetworkConnection(host, port));
    }

    private LdapNetworkConnection bound(LdapNetworkConnection connection) {
        try {
            connection.bind();
        } catch (LdapException e) {
            connection.close();
            return null;
        }
        return connection;
    }

    void declaredBad(DataSource pool) throws Exception {
        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
        connection.setReadOnly(true);
        connection.close();
    }

    void caughtBad(DataSource pool) {
        try {
            Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
            connection.setReadOnly(true);
            connection.close();
        } catch (SQLException e) {
            System.out.println(e.getMessage());
        }
    }
}
