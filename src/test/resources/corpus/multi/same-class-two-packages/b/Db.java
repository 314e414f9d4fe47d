package b;

import java.sql.Connection;

/** Lends the one connection that somebody else gave it. */
public final class Db {
    private static Connection shared;

    private Db() {}

    public static void init(Connection connection) {
        shared = connection;
    }

    public static Connection connection() {
        return shared;
    }
}
