package corpus.typing;

import com.acme.net.*;
import java.util.*;

/** A class that no import names may come from the package that is imported whole: its name is no proof of a database. */
final class PackagesImportedWhole {
    void handedOutOk(Network network) {
        Connection c = network.getConnection();
        c.send("hello");
    }

    void closedSometimesBad(Network network, boolean polite) {
        Connection c = network.openConnection(); // LEAK: not-closed-on-path
        if (polite) {
            c.close();
        }
    }
}
