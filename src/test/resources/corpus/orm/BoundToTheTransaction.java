package corpus.orm;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.springframework.orm.hibernate5.SessionHolder;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A session that is bound to the thread belongs to whoever unbinds it. */
final class BoundToTheTransaction {
    void boundOk(SessionFactory factory) {
        Session session = factory.openSession();
        TransactionSynchronizationManager.bindResource(factory, new SessionHolder(session));
    }

    boolean notBoundBad(SessionFactory factory) {
        Session session = factory.openSession(); // LEAK: never-closed
        return TransactionSynchronizationManager.hasResource(factory) && session.isOpen();
    }

    void failsBeforeItIsBoundBad(SessionFactory factory) {
        Session session = factory.openSession(); // LEAK: not-closed-on-exception
        session.setHibernateFlushMode(FlushMode.MANUAL);
        TransactionSynchronizationManager.bindResource(factory, new SessionHolder(session));
    }

    boolean ofTheTransactionOk(EntityManagerFactory factory) {
        EntityManager manager = EntityManagerFactoryUtils.getTransactionalEntityManager(factory);
        return manager != null && manager.isOpen();
    }
}
