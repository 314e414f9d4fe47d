package corpus.libraries;

import android.content.ContentProviderClient;
import android.content.ContentResolver;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.database.MergeCursor;
import android.net.Uri;
import android.os.RemoteException;
import androidx.sqlite.db.SupportSQLiteDatabase;
import androidx.sqlite.db.SupportSQLiteOpenHelper;

/** Clients of providers, cursors in cursors, and the support library. */
final class AndroidProviders {
    int clientOk(ContentResolver resolver, Uri uri) throws RemoteException {
        ContentProviderClient client = resolver.acquireContentProviderClient(uri);
        try (Cursor cursor = client.query(uri, null, null, null, null)) {
            return cursor.getCount();
        } finally {
            client.release();
        }
    }

    int clientBad(ContentResolver resolver, Uri uri) throws RemoteException {
        ContentProviderClient client = resolver.acquireContentProviderClient(uri); // LEAK: never-closed
        try (Cursor cursor = client.query(uri, null, null, null, null)) {
            return cursor.getCount();
        }
    }

    Cursor mergedOk(ContentResolver resolver, Uri uri) {
        Cursor real = resolver.query(uri, null, null, null, null);
        MatrixCursor extra = new MatrixCursor(new String[] {"name"});
        return new MergeCursor(new Cursor[] {real, extra});
    }

    int supportBad(SupportSQLiteOpenHelper helper) {
        SupportSQLiteDatabase database = helper.getReadableDatabase();
        Cursor cursor = database.query("SELECT name FROM visits"); // LEAK: never-closed
        return cursor.getCount();
    }

    int supportOk(SupportSQLiteDatabase database) {
        try (Cursor cursor = database.query("SELECT name FROM visits")) {
            return cursor.getCount();
        }
    }
}
