package corpus.ownership;

import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;

/** An object holds an entity manager together with the word whose it is: only one of its own is to be closed. */
final class HeldWithItsOwner {
    private final EntityManagerFactory factory;
    private EntityManager current;

    HeldWithItsOwner(EntityManagerFactory factory) {
        this.factory = factory;
    }

    void saveBad(Object city) {
        Held held = held(); // LEAK: not-closed-on-exception
        EntityManager manager = held.manager();
        manager.persist(city);
        if (!held.isShared()) {
            manager.close();
        }
    }

    void saveOk(Object city) {
        Held held = held();
        EntityManager manager = held.manager();
        try {
            manager.persist(city);
        } finally {
            if (!held.isShared()) {
                manager.close();
            }
        }
    }

    void saveAtOnceOk(Object city) {
        Held held = held();
        try {
            held.manager().persist(city);
        } finally {
            if (!held.isShared()) {
                held.manager().close();
            }
        }
    }

    void forgetBad(Object city) {
        Held held = held(); // LEAK: never-closed
        held.manager().remove(city);
    }

    private Held held() {
        return current != null ? new Held(current, true) : new Held(factory.createEntityManager(), false);
    }

    private static final class Held {
        private final EntityManager manager;
        private final boolean shared;

        Held(EntityManager manager, boolean shared) {
            this.manager = manager;
            this.shared = shared;
        }

        EntityManager manager() {
            return manager;
        }

        boolean isShared() {
            return shared;
        }
    }
}
