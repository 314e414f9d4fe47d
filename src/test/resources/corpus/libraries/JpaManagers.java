package corpus.libraries;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.util.List;

/** Entity managers that the application opens itself. */
final class JpaManagers {
    private final EntityManagerFactory factory;

    JpaManagers(EntityManagerFactory factory) {
        this.factory = factory;
    }

    void persistOk(Object entity) {
        EntityManager manager = factory.createEntityManager();
        EntityTransaction transaction = manager.getTransaction();
        try {
            transaction.begin();
            manager.persist(entity);
            transaction.commit();
        } catch (RuntimeException e) {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            throw e;
        } finally {
            manager.close();
        }
    }

    void persistBad(Object entity) {
        EntityManager manager = factory.createEntityManager(); // LEAK: not-closed-on-exception
        manager.getTransaction().begin();
        manager.persist(entity);
        manager.getTransaction().commit();
        manager.close();
    }

    List<?> chainedBad() {
        return factory.createEntityManager().createQuery("select v from Visit v").getResultList(); // LEAK: temporary-never-closed
    }

    Object openCheckOk(long id) {
        EntityManager manager = null;
        try {
            manager = factory.createEntityManager();
            return manager.find(Object.class, id);
        } finally {
            if (manager != null && manager.isOpen()) {
                manager.close();
            }
        }
    }

    void factoryStaysOpenBad(Object city) {
        EntityManagerFactory factory = Persistence.createEntityManagerFactory("cities"); // LEAK: never-closed
        EntityManager manager = factory.createEntityManager();
        try {
            manager.persist(city);
        } finally {
            manager.close();
        }
    }

    void factoryClosesItsManagersOk(Object city) {
        EntityManagerFactory factory = Persistence.createEntityManagerFactory("cities");
        try {
            factory.createEntityManager().persist(city);
        } finally {
            factory.close();
        }
    }

    void undoneFirstOk(Object entity) {
        EntityManager manager = factory.createEntityManager();
        try {
            manager.getTransaction().begin();
            manager.persist(entity);
            manager.getTransaction().commit();
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    void committedInFinallyBad(Object entity) {
        EntityManager manager = factory.createEntityManager(); // LEAK: not-closed-on-exception
        manager.joinTransaction();
        try {
            manager.persist(entity);
        } finally {
            manager.getTransaction().commit();
            manager.close();
        }
    }
}
