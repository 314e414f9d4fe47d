package corpus.libraries;

import android.database.sqlite.SQLiteDatabase;
import android.database.CursorWrapper;
import android.content.ContentResolver;
import android.content.Context;
import android.database.Cursor;
import android.net.Uri;
import android.provider.MediaStore;

/** Cursors of content providers, which may be null. */
final class AndroidCursors {
    String nameOk(ContentResolver resolver, Uri uri) {
        Cursor cursor = resolver.query(uri, null, null, null, null);
        if (cursor == null) {
            return "";
        }
        try {
            return cursor.moveToFirst() ? cursor.getString(0) : "";
        } finally {
            cursor.close();
        }
    }

    String nameBad(Context context, Uri uri) {
        Cursor cursor = context.getContentResolver().query(uri, null, null, null, null); // LEAK: not-closed-on-path
        if (cursor != null && cursor.moveToFirst()) {
            String name = cursor.getString(cursor.getColumnIndex(MediaStore.MediaColumns.DISPLAY_NAME));
            cursor.close();
            return name;
        }
        return "";
    }

    int countBad(ContentResolver resolver, Uri uri) {
        return resolver.query(uri, null, null, null, null).getCount(); // LEAK: temporary-never-closed
    }

    boolean anyOk(ContentResolver resolver, Uri uri) {
        try (Cursor cursor = resolver.query(uri, null, null, null, null)) {
            return cursor != null && cursor.getCount() > 0;
        }
    }

    /** A house's view of a cursor, which its superclass wraps. */
    static final class CityCursor extends CursorWrapper {
        CityCursor(Cursor cursor) {
            super(cursor);
        }

        String name() {
            return getString(0);
        }
    }

    String viewedOk(SQLiteDatabase database) {
        CityCursor cities = new CityCursor(database.rawQuery("SELECT name FROM city", null));
        try {
            return cities.name();
        } finally {
            cities.close();
        }
    }

    String viewedBad(SQLiteDatabase database) {
        CityCursor cities = new CityCursor(database.rawQuery("SELECT name FROM city", null)); // LEAK: not-closed-on-exception
        String name = cities.name();
        cities.moveToNext();
        cities.close();
        return name;
    }
}
