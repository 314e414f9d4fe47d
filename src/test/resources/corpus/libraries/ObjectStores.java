package corpus.libraries;

import io.ebean.Transaction;
import io.ebean.Database;
import com.j256.ormlite.dao.CloseableIterator;
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

    void threadsOwnOk(Database database) {
        database.beginTransaction();
        try {
            database.commitTransaction();
        } finally {
            database.endTransaction();
        }
    }

    void committedLastBad(Database database, Object basket) {
        Transaction transaction = database.createTransaction(); // LEAK: not-closed-on-exception
        database.save(basket, transaction);
        transaction.commit();
    }

    int countedBad(Dao<Object, Long> baskets) throws SQLException {
        int count = 0;
        CloseableIterator<Object> all = baskets.iterator(); // LEAK: never-closed
        while (all.hasNext()) {
            all.next();
            count++;
        }
        return count;
    }
}
