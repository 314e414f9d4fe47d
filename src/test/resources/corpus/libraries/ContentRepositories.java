package corpus.libraries;

import javax.jcr.Node;
import javax.jcr.Repository;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.exist.EXistException;
import org.exist.storage.BrokerPool;
import org.exist.storage.DBBroker;

/** Sessions of content repositories, and brokers of an XML database. */
final class ContentRepositories {
    String rootBad(Repository repository) throws RepositoryException {
        Session session = repository.login(); // LEAK: not-closed-on-exception
        Node root = session.getRootNode();
        String name = root.toString();
        session.logout();
        return name;
    }

    String rootOk(Repository repository) throws RepositoryException {
        Session session = repository.login();
        try {
            return session.getRootNode().toString();
        } finally {
            session.logout();
        }
    }

    void brokerBad(BrokerPool pool) throws EXistException {
        DBBroker broker = pool.getBroker(); // LEAK: never-closed
        broker.sync(0);
    }

    void brokerOk(BrokerPool pool) throws EXistException {
        DBBroker broker = null;
        try {
            broker = pool.get(null);
            broker.sync(0);
        } finally {
            pool.release(broker);
        }
    }

    void twoSessionsOk(Repository first, Repository second) throws RepositoryException {
        Session one = null;
        Session two = null;
        try {
            one = first.login();
            two = second.login();
            two.save();
        } finally {
            if (one != null) {
                one.logout();
            }
            if (two != null) {
                two.logout();
            }
        }
    }

    String askedFirstOk(Repository repository) throws RepositoryException {
        Session session = null;
        try {
            session = repository.login();
            return session.getRootNode().toString();
        } finally {
            if (session != null && session.isLive()) {
                session.logout();
            }
        }
    }

    String refreshedBad(Repository repository) throws RepositoryException {
        Session session = repository.login(); // LEAK: never-closed
        try {
            return session.getRootNode().toString();
        } finally {
            if (session.isLive()) {
                session.refresh(false);
            }
        }
    }
}
