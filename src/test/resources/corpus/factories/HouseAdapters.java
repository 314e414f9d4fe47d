package corpus.factories;

import shop.Context;
import shop.NotesDbAdapter;
import shop.NotesDBStore;
import shop.NotesSQLiteOpenHelper;
import shop.NotesSettings;

/** A class that can't be seen is a resource if it is called an adapter, helper or store of a database, and closed somewhere. */
final class HouseAdapters {
    int countBad(Context context) {
        NotesDbAdapter adapter = new NotesDbAdapter(context); // LEAK: not-closed-on-exception possible
        adapter.open();
        int count = adapter.count("open");
        adapter.close();
        return count;
    }

    int countOk(Context context) {
        NotesDbAdapter adapter = new NotesDbAdapter(context);
        try {
            adapter.open();
            return adapter.count("open");
        } finally {
            adapter.close();
        }
    }

    void filterBad(String name) {
        NotesDBStore store = NotesSettings.loadStore(name); // LEAK: not-closed-on-exception possible
        store.deleteOlderThan(30);
        store.close();
    }

    int notYetOpenOk(Context context) {
        NotesSQLiteOpenHelper helper = new NotesSQLiteOpenHelper(context);
        helper.getWritableDatabase();
        helper.close();
        return 0;
    }

    int sharedOk(NotesSettings settings) {
        NotesDBStore store = settings.getStore();
        return store.count("open");
    }

    int ofTheOnlyOneOk() {
        NotesDbAdapter adapter = NotesDbAdapter.getInstance();
        adapter.open();
        int count = adapter.count();
        adapter.close();
        return count;
    }
}
