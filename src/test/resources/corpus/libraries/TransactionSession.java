package corpus.libraries;

import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Sessions that a transaction owns, by whatever name they are asked for. */
final class TransactionSession {
    Object currentOk(SessionFactory factory, long id) {
        return factory.getCurrentSession().get(Object.class, id);
    }

    Object transactionalOk(EntityManagerFactory factory, long id) {
        EntityManager manager = EntityManagerFactoryUtils.getTransactionalEntityManager(factory);
        return manager.find(Object.class, id);
    }

    Object openedBad(SessionFactory factory, long id) {
        Session session = factory.openSession(); // LEAK: never-closed
        return session.get(Object.class, id);
    }
}
