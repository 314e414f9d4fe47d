package corpus.helpers;

import java.util.Queue;

/** Nothing is known of a house type but that it is named like a resource and closed where it is used. */
final class ClosedNear {
    private final BasketDaoFactory factory;

    ClosedNear(BasketDaoFactory factory) {
        this.factory = factory;
    }

    void commitBad(Queue<Object> tasks) {
        BasketDao dao = factory.getDao(); // LEAK: not-closed-on-exception possible
        while (!tasks.isEmpty()) {
            dao.store(tasks.poll());
        }
        dao.commit();
        dao.close();
    }

    void commitOk(Queue<Object> tasks) {
        BasketDao dao = factory.getDao();
        try {
            while (!tasks.isEmpty()) {
                dao.store(tasks.poll());
            }
            dao.commit();
        } finally {
            dao.close();
        }
    }

    int countBad() {
        BasketDao dao = factory.getDao(); // LEAK: never-closed possible
        return dao.count();
    }

    int sharedOk() {
        BasketDao dao = factory.getDaoOfAll();
        return dao.count();
    }
}
