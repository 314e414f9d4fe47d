package corpus.factories;

import com.sleepycat.je.Database;

/** A getter called on the spot on what was opened hands out the only thing that can close it. */
final class GetterOfWhatWasOpened {
    private final BasketStores stores;

    GetterOfWhatWasOpened(BasketStores stores) {
        this.stores = stores;
    }

    long countBad(String name) {
        Database database = stores.openStore(name).getDatabase(); // LEAK: never-closed possible
        return database.count();
    }

    long countOk(String name) {
        Database database = stores.openStore(name).getDatabase();
        try {
            return database.count();
        } finally {
            database.close();
        }
    }

    long lentOk() {
        Database database = stores.main().getDatabase();
        return database.count();
    }
}
