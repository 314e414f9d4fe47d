package app.users;

import app.db.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

final class Users {
    private final Database database;

    Users(Database database) {
        this.database = database;
    }

    private static int first(ResultSet rows) throws SQLException {
        return rows.next() ? rows.getInt(1) : 0;
    }

    int countOk() throws SQLException {
        return database.query("SELECT count(*) FROM users", Users::first);
    }

    int againOk() throws SQLException {
        return database.query("SELECT count(*) FROM users", rows -> rows.next() ? rows.getInt(1) : 0);
    }

    int openBad() throws SQLException {
        return database.open().getHoldability(); // LEAK: temporary-never-closed
    }
}
