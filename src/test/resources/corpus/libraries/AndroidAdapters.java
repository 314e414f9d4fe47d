package corpus.libraries;

import android.app.Activity;
import android.content.ContentResolver;
import android.database.Cursor;
import android.net.Uri;
import android.widget.CursorAdapter;

/** Adapters and activities answer for the cursor that they are given. */
final class AndroidAdapters {
    private final ContentResolver resolver;

    AndroidAdapters(ContentResolver resolver) {
        this.resolver = resolver;
    }

    void changedOk(CursorAdapter adapter, Uri uri) {
        adapter.changeCursor(resolver.query(uri, null, null, null, null));
    }

    void changedOfTheHouseOk(PlaceAdapter adapter, Uri uri) {
        Cursor cursor = resolver.query(uri, null, null, null, null);
        adapter.changeCursor(cursor);
    }

    void managedOk(Activity activity, Uri uri) {
        Cursor cursor = resolver.query(uri, null, null, null, null);
        activity.startManagingCursor(cursor);
        cursor.moveToFirst();
    }

    Cursor watchedOk(Uri uri) {
        Cursor cursor = resolver.query(uri, null, null, null, null);
        if (cursor != null) {
            cursor.setNotificationUri(resolver, uri);
        }
        return cursor;
    }

    void countedBad(PlaceAdapter adapter, Uri uri) {
        Cursor cursor = resolver.query(uri, null, null, null, null); // LEAK: never-closed
        adapter.setCount(cursor.getCount());
    }
}
