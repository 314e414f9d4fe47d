package corpus.libraries;

import java.util.List;
import org.hibernate.HibernateException;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;

/** Sessions opened here, and the one that belongs to the transaction. */
final class HibernateSessions {
    private final SessionFactory factory;

    HibernateSessions(SessionFactory factory) {
        this.factory = factory;
    }

    void saveOk(Object entity) {
        Session session = factory.openSession();
        Transaction transaction = null;
        try {
            transaction = session.beginTransaction();
            session.persist(entity);
            transaction.commit();
        } catch (HibernateException e) {
            if (transaction != null) {
                transaction.rollback();
            }
            throw e;
        } finally {
            session.close();
        }
    }

    void saveBad(Object entity) {
        Session session = factory.openSession(); // LEAK: not-closed-on-exception
        Transaction transaction = session.beginTransaction();
        session.persist(entity);
        transaction.commit();
        session.close();
    }

    List<?> currentOk(String query) {
        Session session = factory.getCurrentSession();
        return session.createQuery(query).list();
    }

    void bulkOk(List<Object> entities) {
        try (StatelessSession session = factory.openStatelessSession()) {
            entities.forEach(session::insert);
        }
    }

    void bulkBad(List<Object> entities) {
        StatelessSession session = factory.openStatelessSession(); // LEAK: never-closed
        for (Object entity : entities) {
            session.insert(entity);
        }
    }

    Object tenantBad(String tenant, long id) {
        Session session = factory.withOptions().tenantIdentifier(tenant).openSession(); // LEAK: never-closed
        return session.get(Object.class, id);
    }

    void undoneFirstOk(Object entity) {
        Session session = factory.openSession();
        try {
            session.beginTransaction();
            session.persist(entity);
            session.getTransaction().commit();
        } finally {
            if (session.getTransaction().isActive()) {
                session.getTransaction().rollback();
            }
            session.close();
        }
    }
}
