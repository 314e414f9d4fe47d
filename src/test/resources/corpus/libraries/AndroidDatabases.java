package corpus.libraries;

import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.database.sqlite.SQLiteOpenHelper;
import android.database.sqlite.SQLiteStatement;
import java.util.ArrayList;
import java.util.List;

/** A helper keeps its database open for all who ask; what is opened from a file belongs to whoever opened it. */
final class AndroidDatabases extends SQLiteOpenHelper {
    AndroidDatabases(Context context) {
        super(context, "visits.db", null, 1);
    }

    @Override
    public void onCreate(SQLiteDatabase database) {
        database.execSQL("CREATE TABLE visits (name TEXT)");
    }

    @Override
    public void onUpgrade(SQLiteDatabase database, int from, int to) {
        database.execSQL("DROP TABLE visits");
    }

    void insertOk(String name) {
        SQLiteDatabase database = getWritableDatabase();
        ContentValues values = new ContentValues();
        values.put("name", name);
        database.insert("visits", null, values);
    }

    List<String> namesBad() {
        List<String> names = new ArrayList<>();
        Cursor cursor = getReadableDatabase().rawQuery("SELECT name FROM visits", null); // LEAK: not-closed-on-exception
        while (cursor.moveToNext()) {
            names.add(cursor.getString(0));
        }
        cursor.close();
        return names;
    }

    long fileBad(String path) {
        SQLiteDatabase database = SQLiteDatabase.openDatabase(path, null, SQLiteDatabase.OPEN_READONLY); // LEAK: never-closed
        return database.getPageSize();
    }

    long fileOk(String path) {
        try (SQLiteDatabase database = SQLiteDatabase.openDatabase(path, null, SQLiteDatabase.OPEN_READONLY);
                SQLiteStatement statement = database.compileStatement("SELECT count(*) FROM visits")) {
            return statement.simpleQueryForLong();
        }
    }

    long statementBad(SQLiteDatabase database) {
        SQLiteStatement statement = database.compileStatement("SELECT count(*) FROM visits"); // LEAK: never-closed
        return statement.simpleQueryForLong();
    }
}
