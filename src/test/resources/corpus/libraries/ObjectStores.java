package corpus.libraries;

import com.j256.ormlite.dao.Dao;
import com.j256.ormlite.dao.GenericRawResults;
import io.realm.Realm;
import java.sql.SQLException;
import javax.jdo.PersistenceManager;
import javax.jdo.PersistenceManagerFactory;
import org.greenrobot.greendao.query.LazyList;
import org.greenrobot.greendao.query.Query;

/** Object stores: managers of JDO, realms, lazy lists of greenDAO, raw rows of ORMLite. */
final class ObjectStores {
    void storeBad(PersistenceManagerFactory factory, Object basket) {
        PersistenceManager manager = factory.getPersistenceManager(); // LEAK: not-closed-on-exception
        manager.makePersistent(basket);
        manager.close();
    }

    void storeOk(PersistenceManagerFactory factory, Object basket) {
        PersistenceManager manager = factory.getPersistenceManager();
        try {
            manager.makePersistent(basket);
        } finally {
            manager.close();
        }
    }

    long realmBad() {
        Realm realm = Realm.getDefaultInstance(); // LEAK: never-closed
        return realm.where(Object.class).count();
    }

    long realmOk() {
        try (Realm realm = Realm.getDefaultInstance()) {
            return realm.where(Object.class).count();
        }
    }

    int lazyBad(Query<Object> query) {
        LazyList<Object> rows = query.listLazy(); // LEAK: never-closed
        return rows.size();
    }

    String[] rawBad(Dao<Object, Long> dao) throws Exception {
        GenericRawResults<String[]> rows = dao.queryRaw("SELECT id FROM basket"); // LEAK: not-closed-on-exception
        String[] first = rows.getFirstResult();
        rows.close();
        return first;
    }

    String[] rawOk(Dao<Object, Long> dao) throws Exception {
        try (GenericRawResults<String[]> rows = dao.queryRaw("SELECT id FROM basket")) {
            return rows.getFirstResult();
        }
    }
}
