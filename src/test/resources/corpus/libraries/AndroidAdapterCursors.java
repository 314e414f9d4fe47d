package corpus.libraries;

import android.database.Cursor;
import android.database.CursorWrapper;
import android.widget.CursorAdapter;

/** A cursor that an adapter or a wrapper shows is not its caller's. */
final class AndroidAdapterCursors {
    String nameOk(CursorAdapter adapter, int position) {
        Cursor cursor = adapter.getCursor();
        cursor.moveToPosition(position);
        return cursor.getString(0);
    }

    int wrappedOk(CursorWrapper wrapper) {
        Cursor cursor = wrapper.getWrappedCursor();
        return cursor.getCount();
    }

    int openedBad(PlaceStore store) {
        Cursor cursor = store.getPlacesCursor(); // LEAK: never-closed possible
        return cursor.getCount();
    }
}
