package corpus.exceptions;

import java.io.IOException;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import shop.Settings;

/** Where a method declares no exception, whoever catches RuntimeException catches all that calls may throw. */
final class OnlyUnchecked {
    private final SessionFactory factory;

    OnlyUnchecked(SessionFactory factory) {
        this.factory = factory;
    }

    Session preparedOk(Settings settings) {
        Session session = factory.openSession();
        try {
            settings.prepareFor("orders");
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
        return session;
    }

    Session preparedBad(Settings settings) throws IOException {
        Session session = factory.openSession(); // LEAK: not-closed-on-exception possible
        try {
            settings.prepareFor("orders");
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
        return session;
    }

    Session someBad(Settings settings) {
        Session session = factory.openSession(); // LEAK: not-closed-on-exception possible
        try {
            settings.prepareFor("orders");
        } catch (IllegalStateException e) {
            session.close();
            throw e;
        }
        return session;
    }
}
