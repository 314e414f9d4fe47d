package corpus.factories;

import com.example.bus.BusConnection;
import com.example.bus.Bus;
import org.apache.directory.ldap.client.api.LdapNetworkConnection;

/** An object that is only opened by a call on it is not open where that call fails. */
final class ConnectsItself {
    void sendOk(Bus bus) throws Exception {
        BusConnection connection = bus.newConnection();
        connection.connect();
        connection.close();
    }

    void sendBad(Bus bus, byte[] message) throws Exception {
        BusConnection connection = bus.newConnection(); // LEAK: not-closed-on-exception possible
        connection.connect();
        connection.publish(message);
        connection.close();
    }

    void bindBad(String host, int port) throws Exception {
        LdapNetworkConnection connection = new LdapNetworkConnection(host, port); // LEAK: not-closed-on-exception
        connection.connect();
        connection.bind("uid=admin", "secret");
        connection.close();
    }
}
