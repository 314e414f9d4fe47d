package corpus.libraries;

import android.database.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Helpers that can't be seen: what is called after a database opens a cursor at each question, what shows one does not. */
final class AndroidHelpersUnseen {
    private final NotesDatabaseHelper helper;
    private final NotesStore dbStore;
    private final NotesList list;

    AndroidHelpersUnseen(NotesDatabaseHelper helper, NotesStore dbStore, NotesList list) {
        this.helper = helper;
        this.dbStore = dbStore;
        this.list = list;
    }

    int countBad() {
        Cursor notes = helper.getAllNotes(); // LEAK: never-closed possible
        return notes.getCount();
    }

    int countOk() {
        try (Cursor notes = helper.getAllNotes()) {
            return notes.getCount();
        }
    }

    String firstBad() {
        Cursor notes = dbStore.notes(); // LEAK: never-closed possible
        return notes.moveToFirst() ? notes.getString(0) : "";
    }

    String shownOk(int position) {
        Cursor shown = (Cursor) list.getItem(position);
        return shown.getString(0);
    }

    String currentOk() {
        Cursor current = helper.getCursor();
        return current.getString(0);
    }

    int rowsBad(HouseDatabase database, String sql) throws SQLException {
        ResultSet rows = database.rowsOf(sql); // LEAK: never-closed possible
        return rows.next() ? rows.getInt(1) : 0;
    }

    int rowsOk(HouseDatabase database) throws SQLException {
        ResultSet rows = database.getRows();
        return rows.next() ? rows.getInt(1) : 0;
    }
}
